using Kpr.Core.Memory;
using Microsoft.Win32.SafeHandles;

namespace Kpr.Benchmarks;

/// <summary>A run in a file, which counts what is read of it.</summary>
internal sealed class FileRun(string path) : IRunSource, IDisposable
{
    private readonly SafeFileHandle _file = File.OpenHandle(path, options: FileOptions.Asynchronous);
    private long _requests;
    private long _bytes;

    public string Name => Path.GetFileName(path);

    public long Length => RandomAccess.GetLength(_file);

    public long Requests => _requests;

    public long Bytes => _bytes;

    public void Forget() => (_requests, _bytes) = (0, 0);

    public async Task ReadAsync(long offset, Memory<byte> target, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytes, target.Length);
        while (target.Length > 0)
        {
            var count = await RandomAccess.ReadAsync(_file, target, offset, cancellationToken);
            if (count == 0)
            {
                throw new EndOfStreamException();
            }

            target = target[count..];
            offset += count;
        }
    }

    public void Dispose() => _file.Dispose();
}
