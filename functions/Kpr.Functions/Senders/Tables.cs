using Kpr.Core.Catalogue;
using Kpr.Core.Receipts;
using Kpr.Core.Reporting;

namespace Kpr.Functions.Senders;

/// <summary>The tables that can be downloaded, with headings in Norwegian.</summary>
internal static class Tables
{
    /// <summary>Deliveries.</summary>
    public static CsvText Deliveries(IEnumerable<Delivery> deliveries)
    {
        var table = new CsvText("Mottatt", "Ferdig", "Strøm", "Filnavn", "Status", "Lest", "Lagret", "Avvist", "Duplikater", "Advarsler", "Samme fil som før", "Kvittering");
        foreach (var one in deliveries)
        {
            table.AddTime(one.ReceivedAt).AddTime(one.CompletedAt).Add(one.Feed).Add(one.Name)
                .Add(one.Status is { } status ? ReceiptText.Name(status) : "under behandling")
                .Add(one.Counts?.Read).Add(one.Counts?.Accepted).Add(one.Counts?.Rejected).Add(one.Counts?.Duplicates).Add(one.Counts?.Warnings)
                .Add(one.IsRepeated).Add(one.Receipt).EndRow();
        }

        return table;
    }

    /// <summary>Figures beside those of the year before.</summary>
    public static CsvText Figures(IEnumerable<Deviation> figures)
    {
        var table = new CsvText("Strøm", "Periode", "Tjeneste", "Tjenestens navn", "Antall", "Året før", "Endring i prosent", "Utenfor grensen");
        foreach (var one in figures)
        {
            table.Add(one.Feed).Add(one.Period).Add(one.Service).Add(NameOf(one)).Add(one.Count).Add(one.Before).AddDecimal(one.Percent).Add(one.IsBeyondLimit).EndRow();
        }

        return table;
    }

    /// <summary>What is missing.</summary>
    public static CsvText Missing(IEnumerable<MissingReport> missing)
    {
        var table = new CsvText("Strøm", "Periode", "Frist", "For sent", "Hva som mangler", "Kilde");
        foreach (var one in missing)
        {
            table.Add(one.Feed).Add(one.Period).Add(one.DueOn).Add(one.IsLate).Add(one.What).Add(one.Source).EndRow();
        }

        return table;
    }

    /// <summary>Senders that are late.</summary>
    public static CsvText Late(IEnumerable<LateSender> senders)
    {
        var table = new CsvText("Kommunenummer", "Kommune", "Dataår", "Frist", "Dager over fristen", "Hva som mangler", "Siste levering", "Påminnelser");
        foreach (var one in senders)
        {
            table.Add(one.Sender).Add(one.Name).Add(one.DataYear).Add(one.DueOn).Add(one.DaysLate).Add(one.What).AddTime(one.LastDelivery).Add(one.Reminders).EndRow();
        }

        return table;
    }

    /// <summary>Reminders.</summary>
    public static CsvText Reminders(IEnumerable<ReminderNote> notes)
    {
        var table = new CsvText("Kommunenummer", "Kommune", "Dataår", "Påminnelse nr.", "Dato", "Notert", "Tekst");
        foreach (var one in notes)
        {
            table.Add(one.Sender).Add(one.Name).Add(one.DataYear).Add(one.Number).Add(one.On).AddTime(one.NotedAt).Add(one.Text).EndRow();
        }

        return table;
    }

    // Care services by the code list; claims name theirs in words.
    private static string? NameOf(Deviation figure) =>
        figure.Service == Figure.All ? "Alle" : CodeLists.Get("9151").Find(figure.Service)?.NorwegianName;
}
