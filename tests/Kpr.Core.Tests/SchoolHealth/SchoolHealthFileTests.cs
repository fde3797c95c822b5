using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.SchoolHealth;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.SchoolHealth;

public sealed class SchoolHealthFileTests
{
    private static readonly SchoolHealthFeed Feed = new();

    [Fact]
    public void A_clean_file_is_accepted_without_findings()
    {
        var receipt = new SchoolHealthDocument().Add().Add().Add().Judge();

        Assert.Empty(receipt.Findings);
        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
        Assert.Equal(new ReceiptCounts(3, 3, 0, 0, 0), receipt.Counts);
        Assert.Equal(("XPR(hst)", "56.0.0"), (receipt.File.Format, receipt.File.FormatVersion));
    }

    [Fact]
    public void A_message_without_consultations_is_accepted() =>
        Assert.Equal((ReceiptStatus.Accepted, 0L), (new SchoolHealthDocument().Judge().Status, new SchoolHealthDocument().Judge().Counts.Read));

    [Fact]
    public void The_feed_is_known_by_its_namespace_and_not_taken_for_care_events()
    {
        using var source = SourceContent.Open(new MemoryStream(Encoding.UTF8.GetBytes(new SchoolHealthDocument().Add().ToString())), new SourceLimits());

        Assert.Equal("school-health", Feeds.Recognise(source)?.Name);
        Assert.Equal("F02", Assert.Single(CareEvents.CareEventDocument.Judge(Encoding.UTF8.GetBytes(new SchoolHealthDocument().Add().ToString())).Findings).Rule);
    }

    [Theory]
    [InlineData("amming=\"3\"", "amming=\"1\"")]
    [InlineData("deltakerType=\"2\"", "deltakerType=\"3\"")]
    [InlineData("<Deltaker deltakerType=\"2\"/>", "")]
    [InlineData("helsepersonHPR=\"999000123\"", "helsepersonHPR=\"999000124\"")]
    [InlineData("verdi=\"11,3\"", "verdi=\"11,4\"")]
    [InlineData("enhet=\"kg\"", "")]
    [InlineData("typeEnhet=\"9\"", "typeEnhet=\"3\"")]
    [InlineData("fodselsar=\"1942\"", "fodselsar=\"0\"")]
    public void The_same_guid_with_any_value_changed_rejects_the_file(string find, string put)
    {
        var same = new SchoolHealthDocument().Add().Raw(SchoolHealthDocument.Notification(1)).Judge();
        var other = new SchoolHealthDocument().Add().Raw(SchoolHealthDocument.Notification(1).Replace(find, put, StringComparison.Ordinal)).Judge();

        Assert.Equal(new ReceiptCounts(2, 1, 0, 1, 0), same.Counts);
        Assert.Equal((ReceiptStatus.Rejected, "E02"), (other.Status, other.Findings[0].Rule));
    }

    [Fact]
    public void A_consultation_is_one_row_with_its_parts_as_lists()
    {
        var row = Row(SchoolHealthDocument.Notification(1)
            .Replace("<Helseperson ", "<Helseperson polUtforende=\"1\" spesialist=\"2\" rolle=\"1\"/><Helseperson ", StringComparison.Ordinal)
            .Replace("</Maling>", "<Maleresultat maleresultatNr=\"2\" verdi=\"etter mat\"/></Maling>", StringComparison.Ordinal));

        Assert.Equal("2026/0301", Feed.Layout.Partition(Record(SchoolHealthDocument.Notification(1)), "0301"));
        Assert.Equal("2026-02-28T08:30:00", row["datoTidStart"]);
        Assert.Equal(("I", "2A", "3"), (row["formKonsultasjon"], row["anbefaltTypeKonsultasjon"], row["amming"]));
        Assert.Equal(("B2", "1", "1942"), (row["barn_ungdomNr"], row["kjonn"], row["fodselsar"]));
        Assert.Equal("2", row["deltakere"]);
        Assert.Equal("1:2:1: 28:::999000123", row["helsepersoner"]);
        Assert.Equal("Vekt::@20260228T084000*1:11,3:kg*2:etter%20mat:", row["malinger"]);
        Assert.Equal("9:HS1", row["enheter"]);
        Assert.DoesNotContain(row.Values, value => value?.Contains(Xpr.XprDocument.Person, StringComparison.Ordinal) == true);
    }

    [Fact]
    public void What_the_register_drops_or_does_not_know_is_not_stored_as_sent()
    {
        var row = Row(SchoolHealthDocument.Notification(1)
            .Replace("amming=\"3\"", "amming=\"\"", StringComparison.Ordinal)
            .Replace("formKonsultasjon=\"I\"", "formKonsultasjon=\"hemmelig\"", StringComparison.Ordinal)
            .Replace("kjonn=\"1\"", "kjonn=\"hemmelig\"", StringComparison.Ordinal)
            .Replace("deltakerType=\"2\"", "deltakerType=\"hemmelig\"", StringComparison.Ordinal)
            .Replace("polUtforende=\"28\" helsepersonHPR=\"999000123\"", "polUtforende=\"hemmelig\" helsepersonHPR=\"hemmelig\"", StringComparison.Ordinal)
            .Replace("malingDatoTid=\"2026-02-28T08:40:00\"", "malingDatoTid=\"hemmelig\"", StringComparison.Ordinal)
            .Replace("verdi=\"11,3\"", "verdi=\"hemmelig hemmelig hemmelig\"", StringComparison.Ordinal)
            .Replace("typeEnhet=\"9\"", "typeEnhet=\"hemmelig\"", StringComparison.Ordinal));

        Assert.Null(row["amming"]);
        Assert.Null(row["formKonsultasjon"]);
        Assert.Equal(("0", "-1", "-1:::-1", "Vekt::@", "-1:HS1"), (row["kjonn"], row["deltakere"], row["helsepersoner"], row["malinger"], row["enheter"]));
        Assert.DoesNotContain(row.Values, value => value?.Contains("hemmelig", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void The_table_schema_names_every_column_once()
    {
        var fields = TableSchema.Of(Feed.Layout).Fields.Select(field => field.Name).ToList();

        Assert.Equal(["ordinal", "personKey", .. Feed.Layout.Columns.Select(column => column.Name)], fields);
        Assert.Equal(fields.Count, fields.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("fid", fields);
    }

    private static Dictionary<string, string?> Row(string notification)
    {
        var values = new string?[Feed.Layout.Columns.Count];
        Feed.Layout.Write(Record(notification), values);
        return Feed.Layout.Columns.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
    }

    private static FeedRecord Record(string notification)
    {
        var limits = new SourceLimits();
        var source = SourceContent.Open(new MemoryStream(Encoding.UTF8.GetBytes(new SchoolHealthDocument().Raw(notification).ToString())), limits);
        var reader = Feed.Open(source, limits);
        Assert.True(reader.Read());
        Assert.DoesNotContain(reader.Record.Faults, fault => fault.Severity > Severity.Warning);
        return reader.Record;
    }
}
