using System.Text;
using Kpr.Local;

// Not Console.Out, which flushes after every write and asks the terminal what it can do.
using var stdout = Open(Console.OpenStandardOutput());
using var stderr = Open(Console.OpenStandardError());
stderr.AutoFlush = true;
return await KprCommandLine.RunAsync(args, stdout, stderr);

static StreamWriter Open(Stream stream) =>
    new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 14) { NewLine = "\n" };
