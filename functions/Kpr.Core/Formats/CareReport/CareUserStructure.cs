using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using static Kpr.Core.Formats.CareReport.CareReportStructure;

namespace Kpr.Core.Formats.CareReport;

/// <summary>What the layout demands of a user's values. A code outside its list is never stored as sent: it could say anything.</summary>
internal static class CareUserStructure
{
    private const int YearLength = 4;
    private const int LongestCode = 20;

    private static readonly CodeList YesNo = CodeLists.Get("1103");
    private static readonly CodeList Dwellings = CodeLists.Get("9170");
    private static readonly CodeList PrivateHelp = CodeLists.Get("9168");
    private static readonly CodeList Nutrition = CodeLists.Get("9158");
    private static readonly CodeList Plans = CodeLists.Get("9336");
    private static readonly CodeList Participation = CodeLists.Get("9163");
    private static readonly CodeList Needs = CodeLists.Get("9164");
    private static readonly CodeList CaseEvents = CodeLists.Get("9169");
    private static readonly CodeList Outcomes = CodeLists.Get("9171");
    private static readonly CodeList Coercion = CodeLists.Get("9157");

    // By number: these are most of what a report holds, twenty a person.
    private static readonly bool[] Functions = [.. Enumerable.Range(0, 100).Select(number => CodeLists.Get("9111").Contains(number.ToString(CultureInfo.InvariantCulture)))];

    public static void Check(CareUser user)
    {
        CheckKeys(user);
        CheckUser(user);
        if (user.Housing is { } home)
        {
            home.Boligtype = Code(user, "boligtype", home.Boligtype, Dwellings, home.Line);
            home.PrivatHjelp = Code(user, "privatHjelp", home.PrivatHjelp, PrivateHelp, home.Line);
            home.Heldognstilbud = Code(user, "heldognstilbud", home.Heldognstilbud, YesNo, home.Line);
        }

        if (user.Appraisal is { } seen)
        {
            Check(user, seen);
        }

        CheckParts(user);
        foreach (var assessment in user.Assessments)
        {
            Check(user, assessment);
        }

        CheckServices(user);
    }

    private static void CheckUser(CareUser user)
    {
        XprStructure.Required(user, "kjonn", user.Kjonn, user.Line);
        if (XprStructure.Required(user, "fodselsar", user.Fodselsar, user.Line))
        {
            if (user.Fodselsar is not "0" && (user.Fodselsar!.Length != YearLength || !user.Fodselsar.All(char.IsAsciiDigit)))
            {
                XprStructure.WrongType(user, "fodselsar", "et årstall eller 0", user.Line);
            }
            else if (int.Parse(user.Fodselsar, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var year)
            {
                user.BirthYear = year;
            }
        }

        user.DiedOn = Day(user, "dodsdato", user.Dodsdato, user.Line);
        if (user.MotsattSeg is not (null or "0" or "1"))
        {
            XprStructure.WrongType(user, "motsattSeg", "0 eller 1", user.Line);
        }
    }

    private static void Check(CareUser user, Appraisal seen)
    {
        seen.Lege12Mnd = Code(user, "lege12mnd", seen.Lege12Mnd, YesNo, seen.Line);
        seen.Tannhelse12Mnd = Code(user, "tannhelse12mnd", seen.Tannhelse12Mnd, YesNo, seen.Line);
        seen.Ernaering = Code(user, "ernaering", seen.Ernaering, Nutrition, seen.Line);
        seen.IndividuellPlan = Code(user, "individuellPlan", seen.IndividuellPlan, Plans, seen.Line);
        seen.Koordinator = Code(user, "koordinator", seen.Koordinator, YesNo, seen.Line);
        seen.ReviewedOn = Day(user, "legemiddelgjennomgangDato", seen.LegemiddelgjennomgangDato, seen.Line);
    }

    private static void CheckParts(CareUser user)
    {
        user.Participations.RemoveAll(one =>
            !IsKept(user, "type", one.Type, Participation, one.Line) || !IsKept(user, "behov", one.Behov, Needs, one.Line));
        foreach (var one in user.Diagnoses)
        {
            if (one.Kode is { Length: > LongestCode })
            {
                XprStructure.WrongType(user, "kode", $"på høyst {LongestCode} tegn", one.Line);
            }

            one.Day = Day(user, "dato", one.Dato, one.Line);
        }

        user.Cases.RemoveAll(one => !IsKept(user, "hendelse", one.Hendelse, CaseEvents, one.Line));
        foreach (var one in user.Cases)
        {
            XprStructure.Key(user, "sakID", one.SakId, one.Line);
            one.Day = RequiredDay(user, "dato", one.Dato, one.Line);
            one.Utfall = Code(user, "utfall", one.Utfall, Outcomes, one.Line);
            if (one.TjenesteType is { } type && ServiceTypes.Find(type) is null)
            {
                Warn(user, "tjenesteType", "tjenesteType finnes ikke i kodeverk 9151 og blankes.", one.Line);
                one.TjenesteType = null;
            }
        }

        user.Coercion.RemoveAll(one => !IsKept(user, "type", one.Type, Coercion, one.Line));
        foreach (var one in user.Coercion)
        {
            one.From = RequiredDay(user, "fra", one.Fra, one.Line);
            one.To = Day(user, "til", one.Til, one.Line);
        }
    }

    private static void Check(CareUser user, Assessment assessment)
    {
        assessment.Day = RequiredDay(user, "dato", assessment.Dato, assessment.Line);
        if (assessment.Scores.Count == 0)
        {
            XprStructure.Required(user, "Funksjon", null, assessment.Line);
        }

        foreach (var score in assessment.Scores)
        {
            score.Variable = VariableOf(score.Variabel);
        }
    }

    private static int VariableOf(string? text)
    {
        var number = text switch
        {
            [>= '1' and <= '9' and var one] => one - '0',
            [>= '1' and <= '9' and var ten, >= '0' and <= '9' and var one] => ((ten - '0') * 10) + one - '0',
            _ => 0,
        };
        return Functions[number] ? number : 0;
    }

    private static void CheckServices(CareUser user)
    {
        for (var i = 0; i < user.Services.Count; i++)
        {
            var service = user.Services[i];
            XprStructure.Key(user, "tjenesteID", service.TjenesteId, service.Line);
            OptionalKey(user, "sakID", service.SakId, service.Line);
            service.Type = ServiceTypes.Find(service.TjenesteType);
            service.Start = string.IsNullOrEmpty(service.StartDato) ? null : Day(user, "startDato", service.StartDato, service.Line);
            service.Stop = Day(user, "sluttDato", service.SluttDato, service.Line);
            service.Hours = Hours(user, service.TimerPerUke, service.Line);
            if (service.Rulleringsavlastning is { } rolling && (rolling is not ("0" or "1") || !service.Is("8")))
            {
                Warn(user, "rulleringsavlastning", "rulleringsavlastning er 0 eller 1, og bare for tjenestetype 8. Verdien blankes.", service.Line);
                service.Rulleringsavlastning = null;
            }

            for (var earlier = 0; earlier < i && service.TjenesteId is not null; earlier++)
            {
                if (user.Services[earlier].TjenesteId == service.TjenesteId)
                {
                    user.AddFault(The<F02Structure>.Rule, "tjenesteID", "tjenesteID er brukt på en annen tjeneste for samme bruker.", Severity.RejectRecord, service.Line);
                    break;
                }
            }
        }
    }

    private static string? Code(CareUser user, string field, string? code, CodeList list, long line)
    {
        if (code is null || list.Contains(code))
        {
            return code;
        }

        Warn(user, field, $"{field} finnes ikke i kodeverk {list.Number} og blankes.", line);
        return null;
    }

    // A part without its main code says nothing: left out of the format's demands it rejects the record, outside the list it is dropped.
    private static bool IsKept(CareUser user, string field, string? code, CodeList list, long line)
    {
        if (!XprStructure.Required(user, field, code, line) || list.Contains(code))
        {
            return true;
        }

        Warn(user, field, $"{field} finnes ikke i kodeverk {list.Number}. Opplysningen tas ikke med.", line);
        return false;
    }
}
