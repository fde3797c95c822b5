using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.CareReport;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.CareReport;

/// <summary>Persons and users of a report, with the faults planted in them, made anew whenever they are asked for.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="source">The users without fault.</param>
/// <param name="people">The persons.</param>
/// <param name="seed">Chooses the faults.</param>
/// <param name="rate">Rate of faults.</param>
internal sealed class ReportPairs(GenerateOptions options, ReportUsers source, IReadOnlyList<Person> people, ulong seed, double rate)
{
    /// <summary>Number of persons, users and services that are written, and whether either shipment is rejected on its own, record by record.</summary>
    public (long Persons, long Users, long Services, bool IsRejected) Count()
    {
        var (persons, users, services) = (0L, 0L, 0L);
        var (acceptsPerson, acceptsUser) = (false, false);
        for (var i = 0; i < people.Count; i++)
        {
            var (person, user) = Make(i, separated: true);
            acceptsPerson |= !person.IsMissing && !person.IsRejected;
            acceptsUser |= !user.IsMissing && !user.IsRejected;
            persons += person.IsMissing ? 0 : 1;
            users += user.IsMissing ? 0 : user.Copies;
            services += user.IsMissing ? 0 : (long)user.Copies * user.Services.Count;
        }

        return (persons, users, services, (persons > 0 && !acceptsPerson) || (users > 0 && !acceptsUser));
    }

    /// <summary>The persons, as they are written.</summary>
    /// <param name="separated">Whether the shipments are not matched, so that nothing follows from one for the other.</param>
    public IEnumerable<(Action<ReportXml> Write, RecordDraft Draft, bool Again)> Persons(bool separated) =>
        Enumerable.Range(0, people.Count).Select(index => Make(index, separated).Person).Where(person => !person.IsMissing)
            .Select(person => ((Action<ReportXml>)(xml => xml.Write(person)), (RecordDraft)person, false));

    /// <summary>The users, as they are written.</summary>
    /// <param name="separated">Whether the shipments are not matched.</param>
    public IEnumerable<(Action<ReportXml> Write, RecordDraft Draft, bool Again)> Users(bool separated) =>
        Enumerable.Range(0, people.Count).Select(index => Make(index, separated).User).Where(user => !user.IsMissing)
            .SelectMany(user => Enumerable.Range(0, user.Copies).Select(copy => ((Action<ReportXml>)(xml => xml.Write(user)), (RecordDraft)user, copy > 0)));

    private (ReportPersonDraft Person, ReportUserDraft User) Make(int index, bool separated)
    {
        var user = source.UserOf(index, people[index]);
        var person = new ReportPersonDraft(people[index], options.Environment, user.Guid, user.LocalNumber);
        var random = SplitMix.For(seed, (ulong)index);
        if (random.Chance(rate))
        {
            Plant(person, user, random, separated);
        }

        // What is rejected on its own is not told that it also lacks its counterpart.
        if (!separated && !person.IsMissing && !user.IsMissing && person.IsRejected && !user.IsRejected)
        {
            user.Expect("I22", Severity.RejectRecord);
        }

        return (person, user);
    }

    private static void Plant(ReportPersonDraft person, ReportUserDraft user, SplitMix random, bool separated)
    {
        var told = !separated;
        switch (random.Below(100))
        {
            case < 15:
                FaultChoice.Plant(CareReportFaults.OfPerson, person, random);
                break;
            case < 17:
                person.IsMissing = true;
                Expect(user, "I22", Severity.RejectRecord, told);
                break;
            case < 19:
                user.IsMissing = true;
                Expect(person, "I23", Severity.Warning, told && !person.IsRejected);
                break;
            case < 22 when person.Identity.Type == IdentityType.BirthNumber && user.Age is > 5 and < 80:
                user.BirthYear -= 1;
                Expect(user, "I14", Severity.Warning, told && !person.IsRejected);
                break;
            case < 24 when person.Identity.Type != IdentityType.Duf:
                user.Sex = user.Sex == "1" ? "2" : "1";
                Expect(user, "I15", Severity.Warning, told && !person.IsRejected);
                break;
            case < 27:
                user.Copies = 2;
                break;
            default:
                FaultChoice.Plant(CareReportFaults.OfUser, user, random);
                break;
        }
    }

    private static void Expect(RecordDraft record, string rule, Severity severity, bool told)
    {
        if (told)
        {
            record.Expect(rule, severity);
        }
    }
}
