using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation;

/// <summary>A record before it is written: faults change it, and say what the register must answer.</summary>
/// <param name="person">Whom the record is about.</param>
/// <param name="environment">The environment that the file is addressed to.</param>
internal abstract class RecordDraft(Person person, KprEnvironment environment)
{
    private readonly List<(string Rule, Severity Severity)> _expected = [];

    /// <summary>Whom the record is about.</summary>
    public Person Person => person;

    /// <summary>The environment that the file is addressed to.</summary>
    public KprEnvironment Environment => environment;

    /// <summary>Number and type as they are to be written.</summary>
    public PersonIdentity Identity { get; private set; } = person.Identity;

    /// <summary>Whether the record names a person.</summary>
    public bool HasPerson { get; set; } = true;

    /// <summary>What a missing number costs in the feed.</summary>
    public abstract Severity MissingIdentity { get; }

    /// <summary>The record's GUID as findings tell it; null when missing or malformed.</summary>
    public abstract string? RecordId { get; }

    /// <summary>What the register must find.</summary>
    public IReadOnlyCollection<(string Rule, Severity Severity)> Expected =>
        IsSyntheticInProduction ? [.. _expected, ("I09", Severity.RejectRecord)] : _expected;

    /// <summary>Whether nothing is to be found.</summary>
    public bool IsClean => _expected.Count == 0 && !IsSyntheticInProduction;

    /// <summary>Whether a finding rejects the record or its message.</summary>
    public bool IsRejected => IsSyntheticInProduction || _expected.Exists(finding => finding.Severity >= Severity.RejectRecord);

    // All numbers made here are synthetic, so a file for production is good for nothing but showing that it is refused.
    private bool IsSyntheticInProduction =>
        environment == KprEnvironment.Production && HasPerson && Identity.StrangeType is null
        && Identity is { Type: IdentityType.BirthNumber or IdentityType.DNumber, Number: { } number }
        && NationalIdNumber.Analyse(number) is var analysis && analysis.IsValid() && analysis.IsSynthetic();

    /// <summary>Expects a finding on the record.</summary>
    public void Expect(string rule, Severity severity) => _expected.Add((rule, severity));

    /// <summary>States another number or type.</summary>
    public virtual void Identify(PersonIdentity identity) => Identity = identity;
}
