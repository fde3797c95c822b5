using Kpr.Core.Identity;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats;

/// <summary>A record about a person: what the identity rules read, the same in all feeds.</summary>
public abstract class PersonRecord : FeedRecord
{
    private NationalIdAnalysis? _analysis;

    /// <summary>Whether the record names a person at all; a credited claim need not.</summary>
    public abstract bool HasPerson { get; }

    /// <summary>The person's number as sent (fid); null when missing. Never to be logged or told.</summary>
    public abstract string? IdentityNumber { get; }

    /// <summary>The type of the number as sent (typeID); null when missing.</summary>
    public abstract string? IdentityTypeText { get; }

    /// <summary>Name of the number's field in the format.</summary>
    public abstract string IdentityNumberField { get; }

    /// <summary>Name of the type's field in the format.</summary>
    public abstract string IdentityTypeField { get; }

    /// <summary>
    /// The type by which the number is judged and stored: as sent, or corrected by I12;
    /// <see cref="IdentityType.None"/> when missing or unknown.
    /// </summary>
    public IdentityType IdentityType { get; set; }

    /// <summary>Whether a rule has said all there is to say of the number, so that it is not judged under its type (I12, I13).</summary>
    public bool IdentitySettled { get; set; }

    /// <summary>Whether the record is stored without person key (I06, I07, I13).</summary>
    public bool WithoutPersonKey { get; set; }

    /// <summary>What a missing number costs: the whole message in the event feed, the claim among claims (I01, I02).</summary>
    public virtual Severity IdentityMissingSeverity => Severity.RejectFile;

    /// <summary>Whether the record tells the person otherwise, so that the number may be missing.</summary>
    public virtual bool IdentityMayBeMissing => false;

    /// <summary>Whether types are given as letters (FNR, DNR, …) in place of the codes of list 9032.</summary>
    public virtual bool TypesAreLetters => false;

    /// <summary>Birth year that the record states beside the number; null when the format has none.</summary>
    public virtual int? StatedBirthYear => null;

    /// <summary>Sex that the record states beside the number; unknown when the format has none.</summary>
    public virtual Sex StatedSex => Sex.Unknown;

    /// <summary>The sex as it stands in the record (list 3101); null when it is missing or the format has none (A26).</summary>
    public virtual string? StatedSexText => null;

    /// <summary>The local user number (brukerNr); null when the format has none.</summary>
    public virtual string? LocalUserNumber => null;

    /// <summary>Name of the local user number's field in the format.</summary>
    public virtual string LocalUserNumberField => "brukerNr";

    /// <summary>The free texts of the record that could hold an identity number by mistake (I28), with their fields' names.</summary>
    public virtual IEnumerable<(string Field, string Text)> Texts => [];

    /// <summary>Name of the first text field that holds a national identity number; null when none does (I28).</summary>
    public virtual string? FieldHoldingIdentityNumber()
    {
        foreach (var (field, text) in Texts)
        {
            if (IdentityScan.ContainsNationalId(text))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>Numbers of health personnel in the record, with their fields' names (I26).</summary>
    public virtual IEnumerable<(string Field, string Number)> HprNumbers => [];

    /// <summary>Organisation numbers in the record, with their fields' names (I27).</summary>
    public virtual IEnumerable<(string Field, string Number)> OrganisationNumbers => [];

    /// <summary>National identity numbers of health personnel, with their fields' names (I09, I10).</summary>
    public virtual IEnumerable<(string Field, string Number)> PersonnelNumbers => [];

    /// <summary>What the person's number looks like. Worked out once a record.</summary>
    public NationalIdAnalysis Analysis => _analysis ??= NationalIdNumber.Analyse(IdentityNumber);

    /// <summary>Reads the type of the number as sent (I02).</summary>
    /// <returns>False when it is none that the format allows for persons.</returns>
    public virtual bool TryReadIdentityType(out IdentityType type) => IdentityTypes.TryParseCode(IdentityTypeText, out type);

    /// <summary>Empties the identity for the next record; a format calls it from <see cref="FeedRecord.Clear"/>.</summary>
    protected override void Clear()
    {
        _analysis = null;
        IdentityType = IdentityType.None;
        IdentitySettled = false;
        WithoutPersonKey = false;
    }
}
