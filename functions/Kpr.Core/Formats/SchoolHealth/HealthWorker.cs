namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>A health worker in a consultation (Helseperson).</summary>
/// <param name="line">1-based line of the element.</param>
public sealed class HealthWorker(long line)
{
    /// <summary>1-based line of the element.</summary>
    public long Line => line;

    /// <summary>Profession (list 8401); -1 when unknown.</summary>
    public string? PolUtforende { get; set; }

    /// <summary>Whether a specialist (list 1103); -1 when unknown.</summary>
    public string? Spesialist { get; set; }

    /// <summary>Role (list 8456); -1 when unknown.</summary>
    public string? Rolle { get; set; }

    /// <summary>HPR number: one to nine digits.</summary>
    public string? HelsepersonHpr { get; set; }
}
