using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Kuhr;

/// <summary>A delivery as a whole before it is written: its manifest, and what is wrong with it.</summary>
internal sealed class KuhrDeliveryDraft
{
    /// <summary>Folder of the delivery, below its sender's.</summary>
    public required string Folder { get; init; }

    /// <summary>Id of the delivery.</summary>
    public required string Id { get; init; }

    /// <summary>The delivery that it supersedes; null for none.</summary>
    public string? Supersedes { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Whether the files are packed with gzip.</summary>
    public bool IsGzip { get; init; }

    /// <summary>Version as stated.</summary>
    public string Version { get; set; } = "1.0";

    /// <summary>Sender as stated.</summary>
    public required string Sender { get; set; }

    /// <summary>What is added to the last day of the period.</summary>
    public int PeriodError { get; set; }

    /// <summary>A member that the format does not have; null for none.</summary>
    public string? StrangeName { get; set; }

    /// <summary>What is added to the number of claims stated.</summary>
    public int CountError { get; set; }

    /// <summary>What is added to the sum of refunds stated, in øre.</summary>
    public int SumError { get; set; }

    /// <summary>Whether the hash of the tariffs is another one.</summary>
    public bool HasWrongHash { get; set; }

    /// <summary>Whether the file of diagnoses is left out.</summary>
    public bool LacksDiagnoses { get; set; }

    /// <summary>Whether the file of persons has a column too many.</summary>
    public bool HasStrangeColumn { get; set; }

    /// <summary>Whether a tariff and a diagnosis of no claim stand behind the others.</summary>
    public bool HasOrphans { get; set; }

    /// <summary>Whether the manifest is cut off.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Whether nothing is read but the manifest.</summary>
    public bool ReadsNoClaims { get; set; }

    /// <summary>The rule that says that the manifest is none; null when it is one.</summary>
    public string? Unreadable { get; set; }

    /// <summary>What the register must find in the delivery as a whole.</summary>
    public List<(string Rule, Severity Severity)> Expected { get; } = [];
}
