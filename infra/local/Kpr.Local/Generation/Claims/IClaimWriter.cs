namespace Kpr.Local.Generation.Claims;

/// <summary>Writes a file of claims, message by message.</summary>
internal interface IClaimWriter : IDisposable
{
    /// <summary>Begins a message.</summary>
    void Begin(ClaimMessageDraft message);

    /// <summary>Writes a claim.</summary>
    void Write(ClaimDraft claim);

    /// <summary>Ends a message with its totals.</summary>
    void End(ClaimMessageDraft message);

    /// <summary>Ends the file where it stands.</summary>
    void Cut();

    /// <summary>Ends the file.</summary>
    void Close();
}
