using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Kpr.Core.Identity;

/// <summary>
/// An identity number on its way through the system. It shows itself nowhere by accident: text, logs and the debugger get asterisks, and
/// JSON refuses it. Only <see cref="Reveal"/> gives the number, so a search for its callers finds every place that may see one.
/// </summary>
[DebuggerDisplay(Mask)]
[JsonConverter(typeof(NationalIdJsonRefusal))]
public readonly struct NationalId : IEquatable<NationalId>
{
    /// <summary>What stands in place of any number, whatever its length.</summary>
    public const string Mask = "***********";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>Takes the value as it was sent; it need not be valid.</summary>
    public NationalId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Whether there is no number at all.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>The number in clear text, as it was sent; empty for a default value.</summary>
    public string Reveal() => _value ?? "";

    /// <summary>What can be read from the number without showing it.</summary>
    public NationalIdAnalysis Analyse() => NationalIdNumber.Analyse(_value);

    /// <summary>Always <see cref="Mask"/>.</summary>
    public override string ToString() => Mask;

    /// <summary>Same number, compared in a time that does not depend on where the two differ.</summary>
    public bool Equals(NationalId other) =>
        CryptographicOperations.FixedTimeEquals(Bytes(_value), Bytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NationalId other && Equals(other);

    /// <summary>A hash that differs from process to process, as those of strings do.</summary>
    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);

    /// <summary>Same number.</summary>
    public static bool operator ==(NationalId left, NationalId right) => left.Equals(right);

    /// <summary>Different numbers.</summary>
    public static bool operator !=(NationalId left, NationalId right) => !left.Equals(right);

    private static ReadOnlySpan<byte> Bytes(string? value) => MemoryMarshal.AsBytes(value.AsSpan());
}
