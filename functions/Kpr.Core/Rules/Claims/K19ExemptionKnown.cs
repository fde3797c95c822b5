using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K19: the exemption is a known one.</summary>
public sealed class K19ExemptionKnown() : RecordRule<Claim>("K19", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Årsak til fri egenandel skal være en kode i kodeverk 7461.";

    /// <inheritdoc/>
    public override string English => "The exemption letter is in list 7461, or is P or W, which occur in the claims system's own data.";

    /// <inheritdoc/>
    public override string Advice => "Bruk en gyldig kode for årsak til fri egenandel, eller la feltet stå tomt.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 7461";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.ArsakFriEgenandel is { } letter && !IsKnown(letter, record, verdict.File))
        {
            verdict.Report(this, record.Fields.Exemption, "Årsak til fri egenandel er ikke en kode i kodeverk 7461.");
        }
    }

    // A code list of the day of treatment; where that cannot be read, of whatever day.
    private static bool IsKnown(string letter, Claim record, FileContext file) => letter is "P" or "W"
        || (record.Day is { } day
            ? file.Reference.CodeLists.Exemptions.Contains(letter, day)
            : file.Reference.CodeLists.Exemptions.Contains(letter));
}
