using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A kind of fault of a file of claims, or of a message in it. One class a kind.</summary>
internal interface IClaimFileFault
{
    /// <summary>Whether the kind can be planted in the files of a practice.</summary>
    bool Fits(Practice practice) => true;

    /// <summary>Changes file and message, and expects what follows.</summary>
    void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random);
}
