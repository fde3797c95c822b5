using System.Diagnostics;
using Kpr.Benchmarks.Files;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;

var path = BenchmarkFiles.CareEvents(100);
for (var i = 0; i < int.Parse(args[0]); i++)
{
    var process = Process.GetCurrentProcess();
    var cpu = process.TotalProcessorTime;
    var jit = System.Runtime.JitInfo.GetCompilationTime();
    var methods = System.Runtime.JitInfo.GetCompiledMethodCount();
    var alloc = GC.GetTotalAllocatedBytes();
    var watch = Stopwatch.StartNew();
    using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
    var receipt = new FileJudge(Feeds.Find("care-events")!, new FileContext(DateTimeOffset.UtcNow, new RuleSettings()) { Sender = "0301" }, new SourceLimits()).Judge(file, "x", TimeProvider.System);
    process.Refresh();
    Console.WriteLine($"{receipt.Status} {watch.ElapsedMilliseconds} ms cpu {(process.TotalProcessorTime - cpu).TotalMilliseconds} jit {(System.Runtime.JitInfo.GetCompilationTime() - jit).TotalMilliseconds} n {System.Runtime.JitInfo.GetCompiledMethodCount() - methods} alloc {(GC.GetTotalAllocatedBytes() - alloc) >> 20} MB gcs {GC.CollectionCount(0)} pause {GC.GetTotalPauseDuration().TotalMilliseconds}");
}
