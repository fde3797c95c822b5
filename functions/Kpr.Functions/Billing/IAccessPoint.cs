namespace Kpr.Functions.Billing;

/// <summary>The way into the Peppol network. Sending a document under an id that was taken before sends nothing and gives its receipt.</summary>
public interface IAccessPoint
{
    /// <summary>Hands a document over.</summary>
    /// <param name="id">Id of the message: follows from the document's number, so that the same document always has the same.</param>
    /// <param name="document">The document as XML.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The receipt.</returns>
    /// <exception cref="HttpRequestException">The access point cannot be reached, or it is not known whether it took the document: to be tried again.</exception>
    Task<string> SendAsync(string id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken);
}
