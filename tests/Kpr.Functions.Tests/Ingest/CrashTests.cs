using Kpr.Core.Formats.CareReport;
using Kpr.Core.Tests.CareReport;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Seed = 20_310_602;

    [Fact]
    public async Task A_run_broken_off_at_any_call_ends_in_the_same_register_identity_receipts_and_quarantine()
    {
        var matrix = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);
        output.WriteLine($"{matrix.Calls} calls, seed {Seed}");
        Assert.DoesNotContain(matrix.Undisturbed.Names, name => name.StartsWith("open ", StringComparison.Ordinal));
        Assert.Contains(matrix.Undisturbed.Names, name => name.StartsWith("register/claims/", StringComparison.Ordinal) && name.EndsWith(".segment", StringComparison.Ordinal));
        Assert.Equal(2, matrix.Undisturbed.Names.Count(name => name.StartsWith("quarantine/claims/", StringComparison.Ordinal) && name.EndsWith(".sealed", StringComparison.Ordinal)));

        var failures = new List<string>();
        foreach (var point in StopPoint.SampleOf(matrix.Calls, 12, Seed))
        {
            failures.AddRange((await matrix.TryAsync(point)).Select(difference => $"{point}: {difference}"));
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task A_pair_of_shipments_broken_off_at_any_call_ends_as_one_report()
    {
        var matrix = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync,
        [
            ("care-report/0301/a-ide.xml", CareReportDocument.Of(CareReportShipment.Identity).Bytes()),
            ("care-report/0301/b-ipl.xml", CareReportDocument.Of(CareReportShipment.Professional).Raw(CareReportDocument.User(4)).Bytes()),
            ("care-report/1103/c-ide.xml", InStavanger(CareReportShipment.Identity, "2026-01-07")),
            ("care-report/1103/d-ipl.xml", InStavanger(CareReportShipment.Professional, "2026-01-08")),
        ]);
        output.WriteLine($"{matrix.Calls} calls, seed {Seed}");
        Assert.Contains(matrix.Undisturbed.Names, name => name.StartsWith("register/care-report/2025/0301/", StringComparison.Ordinal) && name.EndsWith(".segment", StringComparison.Ordinal));
        Assert.Contains(matrix.Undisturbed.Names, name => name.StartsWith("identity/care-report/", StringComparison.Ordinal));
        Assert.Equal(2, matrix.Undisturbed.Names.Count(name => name.StartsWith("quarantine/care-report/1103/", StringComparison.Ordinal) && name.EndsWith("file.sealed", StringComparison.Ordinal)));
        Assert.DoesNotContain(matrix.Undisturbed.Names, name => name.StartsWith("open ", StringComparison.Ordinal));

        // Which of two shipments waits for the other is a matter of time: runs differ in length by some calls.
        var failures = new List<string>();
        foreach (var point in StopPoint.SampleOf(matrix.Calls, 12, Seed).Where(point => point.Call < matrix.Calls * 9 / 10))
        {
            failures.AddRange((await matrix.TryAsync(point)).Select(difference => $"{point}: {difference}"));
        }

        Assert.Empty(failures);
    }

    // Of two that disagree on the day of extraction both are rejected.
    private static byte[] InStavanger(CareReportShipment shipment, string extracted) => System.Text.Encoding.UTF8.GetBytes(
        CareReportDocument.Of(shipment, 2).ToString().Replace("0301", "1103", StringComparison.Ordinal).Replace("2026-01-08", extracted, StringComparison.Ordinal));

    [Fact]
    public async Task Two_undisturbed_runs_make_the_same_calls_and_the_same_bytes()
    {
        var one = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);
        var other = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);

        Assert.Equal(one.Calls, other.Calls);
        Assert.Empty(other.Undisturbed.DifferencesFrom(one.Undisturbed));
        Assert.Equal(one.Undisturbed.Hash(), other.Undisturbed.Hash());
    }
}
