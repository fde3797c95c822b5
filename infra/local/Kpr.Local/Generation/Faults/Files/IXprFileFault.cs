using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A kind of fault of an XPR file, whatever the module. One class a kind.</summary>
internal interface IXprFileFault
{
    /// <summary>Changes the file and expects what follows.</summary>
    void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random);
}
