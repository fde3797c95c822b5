using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Kpr.Functions.Azure;

/// <summary>
/// Wraps and unwraps keys by a key that never leaves Key Vault, over its REST interface (7.4). Busy and unreachable vaults are
/// tried again as every Azure client does, and as the vault asks by Retry-After.
/// </summary>
public sealed partial class KeyVault
{
    /// <summary>RSA-OAEP with SHA-256: the one algorithm used.</summary>
    public const string Algorithm = "RSA-OAEP-256";

    private const string Scope = "https://vault.azure.net/.default";
    private const string Version = "api-version=7.4";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly HttpPipeline _pipeline;
    private readonly string _key;

    /// <summary>A client of one key.</summary>
    /// <param name="vault">Address of the vault.</param>
    /// <param name="key">Name of the key.</param>
    /// <param name="credential">May wrap and unwrap by it.</param>
    /// <param name="options">Transport and retries; the usual ones when null.</param>
    public KeyVault(Uri vault, string key, TokenCredential credential, ClientOptions? options = null)
    {
        _pipeline = HttpPipelineBuilder.Build(options ?? new Options(), new BearerTokenAuthenticationPolicy(credential, Scope));
        _key = $"{vault.AbsoluteUri.TrimEnd('/')}/keys/{key}";
    }

    /// <summary>Wraps a key by the newest version of the vault's key.</summary>
    /// <returns>Address of the version that wrapped, and the wrapped key.</returns>
    /// <exception cref="VaultRefusedException">The vault refuses the app (403).</exception>
    /// <exception cref="RequestFailedException">The vault does not know the app (401), is busy (429) or cannot be reached.</exception>
    public async Task<(string VaultKey, byte[] Wrapped)> WrapAsync(ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        var answer = await SendAsync($"{_key}/wrapkey", plain, cancellationToken);
        return IsVersion(answer.Key)
            ? (answer.Key, answer.Bytes())
            : throw new InvalidOperationException("The vault answered with another key than it was asked for.");
    }

    /// <summary>Unwraps a key by the version that wrapped it.</summary>
    /// <exception cref="CryptographicException">The wrapped key was changed, or is not of this key.</exception>
    /// <exception cref="InvalidOperationException">The vault's key or its version is not there.</exception>
    /// <exception cref="VaultRefusedException">The vault refuses the app (403).</exception>
    /// <exception cref="RequestFailedException">The vault does not know the app (401), is busy (429) or cannot be reached.</exception>
    public async Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        // The address was read from storage: a token goes to this vault and this key only.
        if (!IsVersion(wrapped.VaultKey) || wrapped.Algorithm != Algorithm)
        {
            throw new CryptographicException("A wrapped key names another key than the vault's that is set.");
        }

        try
        {
            return (await SendAsync($"{wrapped.VaultKey}/unwrapkey", wrapped.Value, cancellationToken)).Bytes();
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.BadRequest)
        {
            throw new CryptographicException("The vault cannot unwrap a key: it was changed, or wrapped by another.", e);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            throw new InvalidOperationException($"The vault has not the key {wrapped.VaultKey}: what it wrapped cannot be opened until it is restored.", e);
        }
    }

    private bool IsVersion(string address) =>
        address.StartsWith(_key + "/", StringComparison.OrdinalIgnoreCase) && address.AsSpan(_key.Length + 1) is { Length: > 0 } version
        && !version.ContainsAnyExcept(HexDigits);

    private async Task<Answer> SendAsync(string address, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{address}?{Version}"));
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Accept", "application/json");
        message.Request.Content = RequestContent.Create(
            JsonSerializer.SerializeToUtf8Bytes(new Question(Algorithm, Base64Url.EncodeToString(value.Span)), Json.Default.Question));
        await _pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status == (int)HttpStatusCode.OK
            ? JsonSerializer.Deserialize(message.Response.Content, Json.Default.Answer)!
            : throw Refusal(new RequestFailedException(message.Response));
    }

    private RequestFailedException Refusal(RequestFailedException refused) =>
        refused.Status == VaultRefusedException.Forbidden ? new VaultRefusedException(_key, refused) : refused;

    private sealed class Options : ClientOptions;

    internal sealed record Question([property: JsonPropertyName("alg")] string Algorithm, [property: JsonPropertyName("value")] string Value);

    internal sealed record Answer([property: JsonPropertyName("kid")] string Key, [property: JsonPropertyName("value")] string Value)
    {
        public byte[] Bytes() => Base64Url.DecodeFromChars(Value);
    }

    [JsonSerializable(typeof(Question))]
    [JsonSerializable(typeof(Answer))]
    internal sealed partial class Json : JsonSerializerContext;
}
