using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A kind of fault of a file of care events. One class a kind.</summary>
internal interface ICareEventFileFault
{
    /// <summary>Changes the file and expects what follows.</summary>
    void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random);
}
