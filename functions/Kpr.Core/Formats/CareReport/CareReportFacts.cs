using Kpr.Core.Formats.Xpr;
using Kpr.Core.Identity;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>What must be remembered of a record to judge it together with others of its shipment (E13, I18, I19) and with the other shipment.</summary>
public static class CareReportFacts
{
    /// <summary>Status of a fact in a feed without status: each GUID stands once.</summary>
    public const ulong Once = 'A';

    /// <summary>Notes the facts of a person.</summary>
    public static void Note(ReportedPerson person, bool rejected, IFactSink facts)
    {
        if (person.PersonId is not { } id)
        {
            return;
        }

        var key = GuidKey.From(id);
        var number = !person.WithoutPersonKey && person.IdentityType.YieldsPersonKey() && !string.IsNullOrEmpty(person.IdentityNumber) ? NumberHash(person) : UInt128.Zero;
        NoteOwn(person, key, rejected, facts);
        if (!rejected && number != UInt128.Zero)
        {
            facts.Add(new Fact(
                FactKind.PersonNumber, number, XprFacts.Definition, person.Ordinal, person.Line, key, ContentHash.Of128(person.BrukerNr), Once));
            if (LocalNumberFact.Of(person, key, number) is { } local)
            {
                facts.Add(local);
            }
        }

        facts.Add(LinkFact.Of(person, key, number, rejected));
    }

    /// <summary>Notes the facts of a user.</summary>
    public static void Note(CareUser user, bool rejected, IFactSink facts)
    {
        if (user.PersonId is { } id)
        {
            var key = GuidKey.From(id);
            NoteOwn(user, key, rejected, facts);
            if (user.Report is { IsPaired: true })
            {
                facts.Add(LinkFact.Of(user, key, rejected));
            }
        }
    }

    private static void NoteOwn(CareReportRecord record, UInt128 key, bool rejected, IFactSink facts)
    {
        var content = record.ContentHash();
        facts.Add(new Fact(FactKind.RecordId, key, XprFacts.Definition, record.Ordinal, record.Line, key, content, Once));
        if (!rejected)
        {
            facts.Add(new Fact(FactKind.Person, key, XprFacts.Definition, record.Ordinal, record.Line, key, content, Once));
        }
    }

    private static UInt128 NumberHash(ReportedPerson person)
    {
        var hash = default(ContentHash);
        hash.Add((int)person.IdentityType);
        hash.Add(person.IdentityNumber);
        return hash.Value;
    }
}
