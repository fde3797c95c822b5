using Kpr.Core.Memory;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Memory;

/// <summary>A run in memory that counts what is read of it.</summary>
internal sealed class CountedRun(byte[] bytes, string name = "test.run") : IRunSource
{
    public string Name => name;

    public long Length => bytes.Length;

    public int Reads { get; private set; }

    public long BytesRead { get; private set; }

    public static byte[] Write(IEnumerable<Fact> facts)
    {
        var content = new MemoryStream();
        var writer = new RunWriter(content);
        foreach (var fact in facts)
        {
            writer.Add(fact);
        }

        Assert.Equal(writer.Finish(), content.Length);
        return content.ToArray();
    }

    public static Task<FactRun> OpenAsync(IEnumerable<Fact> facts) => FactRun.OpenAsync(new CountedRun(Write(facts)));

    public void Forget() => (Reads, BytesRead) = (0, 0);

    public Task ReadAsync(long offset, Memory<byte> target, CancellationToken cancellationToken)
    {
        Reads++;
        BytesRead += target.Length;
        if (offset + target.Length > bytes.Length)
        {
            throw new EndOfStreamException();
        }

        bytes.AsMemory((int)offset, target.Length).CopyTo(target);
        return Task.CompletedTask;
    }
}
