using System.Security.Cryptography;

namespace Kpr.Core.Linking;

/// <summary>
/// The secret behind the serial numbers of one batch of a linkage. When it and the linker's maps are gone, nobody can tell which serial numbers were one person's.
/// </summary>
public sealed class BatchSecret
{
    /// <summary>Bytes in a secret.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    /// <summary>Takes a secret over; the array is cleared when it is destroyed.</summary>
    /// <param name="linkage">Id of the linkage: the case's.</param>
    /// <param name="batch">Id of the batch; never used before in the linkage.</param>
    /// <param name="bytes">32 random bytes.</param>
    /// <exception cref="ArgumentException">The secret has another length, or an id is empty or has control characters.</exception>
    public BatchSecret(string linkage, string batch, byte[] bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"The secret must have {Length} bytes.", nameof(bytes));
        }

        (Linkage, Batch, _bytes) = (Checked(linkage), Checked(batch), bytes);
    }

    /// <summary>Id of the linkage.</summary>
    public string Linkage { get; }

    /// <summary>Id of the batch.</summary>
    public string Batch { get; }

    /// <summary>Whether it is gone.</summary>
    public bool IsDestroyed { get; private set; }

    /// <summary>A new one.</summary>
    public static BatchSecret Draw(string linkage, string batch) => new(linkage, batch, RandomNumberGenerator.GetBytes(Length));

    /// <summary>The bytes, to be sealed and kept, or to be hashed with.</summary>
    /// <exception cref="ObjectDisposedException">It was destroyed.</exception>
    public ReadOnlySpan<byte> Reveal()
    {
        ObjectDisposedException.ThrowIf(IsDestroyed, this);
        return _bytes;
    }

    /// <summary>Clears it. What is kept of it elsewhere is deleted by whoever keeps it.</summary>
    public void Destroy()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        IsDestroyed = true;
    }

    /// <summary>Tells the batch, never the secret.</summary>
    public override string ToString() => $"secret of batch {Batch} of linkage {Linkage}";

    /// <summary>An id that can be hashed and written: printable, not empty.</summary>
    internal static string Checked(string id) =>
        string.IsNullOrWhiteSpace(id) || id.Any(char.IsControl) ? throw new ArgumentException("An id is printable text.", nameof(id)) : id;
}
