namespace Kpr.Core.Catalogue.Loading;

/// <summary>What must hold between the rows of the table of municipalities.</summary>
internal static class MunicipalityChecks
{
    public static void Check(ReferenceSheet sheet, Municipality[] rows, MunicipalityCatalogue catalogue)
    {
        PeriodChecks.OneAtATime(sheet, sheet.Column("kommunenr"), row => rows[row].Number, row => new Period(rows[row].ValidFrom, rows[row].ValidTo));
        for (var row = 0; row < rows.Length; row++)
        {
            CheckEnd(sheet, row, rows[row]);
            CheckSuccessors(sheet, row, rows[row], catalogue);
        }
    }

    private static void CheckEnd(ReferenceSheet sheet, int row, Municipality municipality)
    {
        var (successors, reason) = (sheet.Column("successors"), sheet.Column("end_reason"));
        if (municipality.ValidTo is null)
        {
            if (municipality.Successors.Count > 0) sheet.Fault(row, successors, "En kommune i bruk har ingen etterfølger.");
            if (municipality.End != MunicipalityEnd.None) sheet.Fault(row, reason, "En kommune i bruk har ingen grunn til at den gikk ut.");
            return;
        }

        if (municipality.Successors.Count == 0)
            sheet.Fault(row, successors, "En kommune som har gått ut av bruk, må ha en etterfølger.");
        if ((municipality.End == MunicipalityEnd.Split) != (municipality.Successors.Count > 1) || municipality.End == MunicipalityEnd.None)
            sheet.Fault(row, reason, "Grunnen passer ikke: split har flere etterfølgere, renumbered og merge har én.");
        if (municipality.Successors.Distinct(StringComparer.Ordinal).Count() < municipality.Successors.Count)
            sheet.Fault(row, successors, "Samme etterfølger står flere ganger.");
    }

    // With a successor in use on the very next day, every chain ends: each step is later in time, and an open row has no next.
    private static void CheckSuccessors(ReferenceSheet sheet, int row, Municipality municipality, MunicipalityCatalogue catalogue)
    {
        if (municipality.ValidTo is not { } end) return;
        foreach (var successor in municipality.Successors)
        {
            if (catalogue.Find(successor) is null)
                sheet.Fault(row, sheet.Column("successors"), $"Etterfølgeren {successor} finnes ikke.");
            else if (end < DateOnly.MaxValue && !catalogue.IsValid(successor, end.AddDays(1)))
                sheet.Fault(row, sheet.Column("successors"), $"Etterfølgeren {successor} er ikke i bruk dagen etter: et hull i tid.");
        }
    }
}
