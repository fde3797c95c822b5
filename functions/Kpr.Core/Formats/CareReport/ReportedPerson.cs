using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>A person (Person) of KPR_IDE: who it is.</summary>
public sealed class ReportedPerson : CareReportRecord
{
    /// <summary>The person's number; never to be logged or told.</summary>
    public string? Fid { get; set; }

    /// <summary>Type of the person's number (list 9032).</summary>
    public string? TypeId { get; set; }

    /// <summary>Birth date; only with type 9.</summary>
    public string? Fodselsdato { get; set; }

    /// <summary>Birth date; null when it is missing or no date.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <inheritdoc/>
    public override bool HasPerson => true;

    /// <inheritdoc/>
    public override string? IdentityNumber => Fid;

    /// <inheritdoc/>
    public override string? IdentityTypeText => TypeId;

    /// <inheritdoc/>
    public override string IdentityNumberField => "fid";

    /// <inheritdoc/>
    public override string IdentityTypeField => "typeID";

    /// <summary>One person without number must not cost a municipality its year: the person is rejected, not the report.</summary>
    public override Severity IdentityMissingSeverity => Severity.RejectRecord;

    /// <inheritdoc/>
    public override int? StatedBirthYear => BirthDate?.Year;

    /// <inheritdoc/>
    public override UInt128 ContentHash()
    {
        var hash = default(ContentHash);
        hash.Add(Faults.Count);
        foreach (var value in (ReadOnlySpan<string?>)[PasientGuid, BrukerNr, Fid, TypeId, Fodselsdato])
        {
            hash.Add(value);
        }

        return hash.Value;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        Fid = TypeId = Fodselsdato = null;
        BirthDate = null;
    }
}
