namespace Kpr.Core.Formats.CareReport;

/// <summary>Hash of all that a user's record says, part by part in document order.</summary>
internal static class CareUserHash
{
    public static UInt128 Of(CareUser user)
    {
        var hash = default(ContentHash);
        hash.Add(user.Faults.Count);
        Add(ref hash, user.PasientGuid, user.BrukerNr, user.Kjonn, user.Fodselsar, user.Sivilstand, user.KomNrHjem, user.Bydel, user.Dodsdato, user.MotsattSeg);
        if (user.Housing is { } home)
        {
            Add(ref hash, home.Husstand, home.Boligtype, home.PrivatHjelp, home.Heldognstilbud);
        }

        if (user.Appraisal is { } seen)
        {
            Add(ref hash, seen.Lege12Mnd, seen.Tannhelse12Mnd, seen.Ernaering, seen.LegemiddelgjennomgangDato, seen.IndividuellPlan, seen.Koordinator);
        }

        hash.Add(user.Participations.Count);
        foreach (var one in user.Participations)
        {
            Add(ref hash, one.Type, one.Behov);
        }

        hash.Add(user.Diagnoses.Count);
        foreach (var one in user.Diagnoses)
        {
            Add(ref hash, one.Kodeverk, one.Kode, one.Dato);
        }

        hash.Add(user.Assessments.Count);
        foreach (var one in user.Assessments)
        {
            hash.Add(one.Dato);
            hash.Add(one.Scores.Count);
            foreach (var score in one.Scores)
            {
                // Nearly all there is: as one number where it can be.
                if (score is { Variable: > 0, Skar: [var only] })
                {
                    hash.Add(((long)score.Variable << 16) | only);
                }
                else
                {
                    Add(ref hash, score.Variabel, score.Skar);
                }
            }
        }

        hash.Add(user.Cases.Count);
        foreach (var one in user.Cases)
        {
            Add(ref hash, one.SakId, one.Hendelse, one.Dato, one.Utfall, one.TjenesteType);
        }

        hash.Add(user.Services.Count);
        foreach (var one in user.Services)
        {
            Add(ref hash, one.TjenesteId, one.SakId, one.TjenesteType, one.StartDato, one.SluttDato, one.TimerPerUke, one.TjenesteOrgNr, one.Rulleringsavlastning);
        }

        hash.Add(user.Coercion.Count);
        foreach (var one in user.Coercion)
        {
            Add(ref hash, one.Type, one.Fra, one.Til);
        }

        return hash.Value;
    }

    private static void Add(ref ContentHash hash, params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            hash.Add(value);
        }
    }
}
