using Kpr.Core.Identity;

namespace Kpr.Core.Receipts;

/// <summary>File names come from outside and may hold anything.</summary>
public static class FileName
{
    private const int Longest = 200;

    /// <summary>A name as it may be shown: its last part, without control characters and identity numbers, not too long.</summary>
    public static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '_' : c)]);
        return IdentityMask.Apply(clean);
    }
}
