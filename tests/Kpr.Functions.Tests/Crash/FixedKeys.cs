using System.Text.Json;
using Kpr.Core.Sealing;

namespace Kpr.Functions.Tests.Crash;

/// <summary>A key file that is the same in every run, so that sealed content and person keys can be compared.</summary>
internal static class FixedKeys
{
    public static void Write(string folder)
    {
        var form = new { Current = 1, Keys = new Dictionary<int, byte[]> { [1] = new byte[KeyRing.KeyLength] }, PersonSecret = new byte[KeyRing.KeyLength] };
        File.WriteAllBytes(Path.Combine(folder, "keys"), JsonSerializer.SerializeToUtf8Bytes(form));
    }
}
