using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>
/// What schema and register demand of a consultation's values. A required attribute that is missing or of a wrong type
/// rejects the record (F02); where the register's own attribute rule drops a part or sets a value to unknown, that is
/// done, and F02 warns. The codes are those of the lists in the schema (docs/adr/0014).
/// </summary>
internal static class SchoolHealthStructure
{
    private const string Unknown = "-1";
    private const int LongestText = 100;
    private const int LongestValue = 20;
    private const int LongestNumber = 5;

    public static void Check(SchoolConsultation record)
    {
        CheckConsultation(record);
        if (XprStructure.CheckPerson(record, "Barn_ungdom"))
        {
            CheckChild(record);
        }

        record.Participants.RemoveAll(participant => !Keep(record, participant));
        record.HealthWorkers.ForEach(worker => Check(record, worker));
        record.Measurements.ForEach(measurement => Check(record, measurement));
        record.Units.ForEach(unit => Check(record, unit));
    }

    private static void CheckConsultation(SchoolConsultation record)
    {
        var line = record.EventLine;
        if (record.EpisodeGuid is { } episode)
        {
            XprStructure.Guid(record, "episodeGUID", episode, line);
        }

        XprStructure.Key(record, "konsultasjonID", record.KonsultasjonId, line);
        record.StartedAt = XprStructure.Instant(record, "datoTidStart", record.DatoTidStart, line);
        record.EventDay = record.StartedAt is { } started ? NorwegianTime.DateAt(started) : null;
        record.RegisteredAt = XprStructure.Instant(record, "konsultasjonRegistrertTidspunkt", record.KonsultasjonRegistrertTidspunkt, line);
        if (XprStructure.Required(record, "formKonsultasjon", record.FormKonsultasjon, line))
        {
            record.FormKonsultasjon = Code(record, "formKonsultasjon", record.FormKonsultasjon, "9506", line, otherwise: null);
        }

        if (XprStructure.NotEmpty(record, "anbefaltTypeKonsultasjon", record.AnbefaltTypeKonsultasjon, line))
        {
            record.AnbefaltTypeKonsultasjon = Code(record, "anbefaltTypeKonsultasjon", record.AnbefaltTypeKonsultasjon, "9505", line, otherwise: null);
        }

        // Required of every consultation, in a list without a code for "does not apply": empty stands for that.
        if (XprStructure.Required(record, "amming", record.Amming, line) && record.Amming!.Length > 0)
        {
            record.Amming = Code(record, "amming", record.Amming, "8524", line, otherwise: null);
        }
    }

    private static void CheckChild(SchoolConsultation record)
    {
        XprStructure.Required(record, "kjonn", record.Kjonn, record.PersonLine);
        if (XprStructure.Required(record, "fodselsar", record.Fodselsar, record.PersonLine) && !XsdTypes.TryInteger(record.Fodselsar, out _))
        {
            XprStructure.WrongType(record, "fodselsar", "et heltall", record.PersonLine);
        }
    }

    private static bool Keep(SchoolConsultation record, Participant participant)
    {
        if (string.IsNullOrEmpty(participant.DeltakerType))
        {
            Warn(record, "deltakerType", "deltakerType mangler. Deltakeren tas ikke med.", participant.Line);
            return false;
        }

        participant.DeltakerType = Code(record, "deltakerType", participant.DeltakerType, "8425", participant.Line);
        return true;
    }

    private static void Check(SchoolConsultation record, HealthWorker worker)
    {
        if (XprStructure.Required(record, "polUtforende", worker.PolUtforende, worker.Line))
        {
            worker.PolUtforende = Code(record, "polUtforende", worker.PolUtforende, "8401", worker.Line);
        }

        worker.Spesialist = Code(record, "spesialist", worker.Spesialist, "1103", worker.Line);
        worker.Rolle = Code(record, "rolle", worker.Rolle, "8456", worker.Line);
    }

    private static void Check(SchoolConsultation record, Measurement measurement)
    {
        var line = measurement.Line;
        if (XprStructure.Required(record, "typeMaling", measurement.TypeMaling, line))
        {
            measurement.TypeMaling = NoLonger(record, "typeMaling", measurement.TypeMaling, LongestText, line, otherwise: null);
        }

        measurement.MalingKodeverk = NoLonger(record, "malingKodeverk", measurement.MalingKodeverk, LongestValue, line, Unknown);
        measurement.TypeMalingKodet = Code(record, "typeMalingKodet", measurement.TypeMalingKodet, "9178", line);
        if (XprStructure.Required(record, "malingDatoTid", measurement.MalingDatoTid, line))
        {
            if (XsdTypes.TryDateTime(measurement.MalingDatoTid, out var time, out _))
            {
                measurement.MeasuredAt = time;
            }
            else
            {
                Warn(record, "malingDatoTid", "malingDatoTid er ikke dato og klokkeslett (åååå-MM-ddTtt:mm:ss) og blankes.", line);
                measurement.MalingDatoTid = null;
            }
        }

        var numbers = new HashSet<long>();
        measurement.Results.RemoveAll(result => !Keep(record, result, numbers));
    }

    private static bool Keep(SchoolConsultation record, MeasurementResult result, HashSet<long> numbers)
    {
        if (!XsdTypes.TryInteger(result.MaleresultatNr, out var number) || number < 0 || result.MaleresultatNr!.Trim().Length > LongestNumber)
        {
            Warn(record, "maleresultatNr", $"maleresultatNr mangler eller har ikke 1–{LongestNumber} siffer, og settes til 0.", result.Line);
            result.MaleresultatNr = "0";
        }
        else if (!numbers.Add(number))
        {
            Warn(record, "maleresultatNr", "maleresultatNr er brukt før i samme måling, og settes til 0.", result.Line);
            result.MaleresultatNr = "0";
        }

        result.Enhet = NoLonger(record, "enhet", result.Enhet, LongestValue, result.Line, otherwise: null);
        if (result.Verdi is { Length: > 0 and <= LongestValue })
        {
            return true;
        }

        Warn(record, "verdi", $"verdi mangler eller er lengre enn {LongestValue} tegn. Måleresultatet tas ikke med.", result.Line);
        return false;
    }

    private static void Check(SchoolConsultation record, UnitReference unit)
    {
        if (XprStructure.Required(record, "enhetID", unit.EnhetId, unit.Line))
        {
            unit.EnhetId = NoLonger(record, "enhetID", unit.EnhetId, LongestText, unit.Line, otherwise: null);
        }

        if (XprStructure.Required(record, "typeEnhet", unit.TypeEnhet, unit.Line))
        {
            unit.TypeEnhet = Code(record, "typeEnhet", unit.TypeEnhet, "8476", unit.Line);
        }
    }

    // A code outside its list is never stored as sent: it could say anything.
    private static string? Code(SchoolConsultation record, string field, string? code, string list, long line, string? otherwise = Unknown)
    {
        if (code is null || CodeLists.Get(list).Contains(code))
        {
            return code;
        }

        Warn(record, field, $"{field} finnes ikke i kodeverk {list} og {Becomes(otherwise)}.", line);
        return otherwise;
    }

    private static string? NoLonger(SchoolConsultation record, string field, string? text, int longest, long line, string? otherwise)
    {
        if (text is null || text.Length <= longest)
        {
            return text;
        }

        Warn(record, field, $"{field} er lengre enn {longest} tegn og {Becomes(otherwise)}.", line);
        return otherwise;
    }

    private static string Becomes(string? value) => value is null ? "blankes" : "settes til −1";

    private static void Warn(SchoolConsultation record, string field, string message, long line) =>
        record.AddFault(The<F02Structure>.Rule, field, message, Severity.Warning, line);
}
