using System.Net;

namespace Kpr.LocalAzure.Storage;

/// <summary>Takes storage addresses apart. The account is in the host name, or first in the path when the host is an IP address or local.</summary>
internal static class StorageUri
{
    public static string AccountName(Uri uri) => IsPathStyle(uri) ? Segments(uri)[0] : uri.Host.Split('.')[0];

    /// <summary>The path below the account, still escaped, without a leading slash.</summary>
    public static string Resource(Uri uri) => string.Join('/', Segments(uri).Skip(IsPathStyle(uri) ? 1 : 0));

    /// <summary>The address of something below another, the name escaped but for its slashes.</summary>
    public static Uri Append(Uri parent, string name)
    {
        var builder = new UriBuilder(parent);
        builder.Path = $"{builder.Path.TrimEnd('/')}/{Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)}";
        return builder.Uri;
    }

    private static bool IsPathStyle(Uri uri) => IPAddress.TryParse(uri.Host, out _) || uri.Host is "localhost" || !uri.Host.Contains('.', StringComparison.Ordinal);

    private static string[] Segments(Uri uri) => uri.AbsolutePath.TrimStart('/').Split('/');
}
