namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>Somebody who takes part in a consultation beside the child (Deltaker).</summary>
/// <param name="line">1-based line of the element.</param>
public sealed class Participant(long line)
{
    /// <summary>1-based line of the element.</summary>
    public long Line => line;

    /// <summary>Type of participant (list 8425); -1 when unknown.</summary>
    public string? DeltakerType { get; set; }
}
