using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Memory;

/// <summary>The rules of care events that look beyond the file.</summary>
public sealed class CareEventsAcrossFilesTests
{
    private readonly RememberingRegister _register = new("care-events", "0301");

    [Fact]
    public async Task A_notification_sent_again_in_a_later_file_is_a_repetition_without_finding()
    {
        Assert.Equal("3+0+0", await TakeAsync(1, 2, 3));
        Assert.Equal("2+0+1", await TakeAsync(3, 4, 5));
        Assert.Equal("0+0+5", await TakeAsync(1, 2, 3, 4, 5));
    }

    [Fact]
    public async Task The_same_GUID_with_other_content_in_a_later_file_rejects_the_file()
    {
        await TakeAsync(1, 2, 3);
        Assert.Equal("E02 RF 1, E03 W 1, E04 W 1, 0+2+0", await TakeAsync(Of(3, ("2026-02-28", "2026-02-27")), Of(4)));
    }

    [Fact]
    public async Task A_rejected_record_is_not_remembered_and_may_be_sent_again_corrected()
    {
        Assert.Equal("E11 RR 2, 2+1+0", await TakeAsync(Of(1), Of(2, ("tjenesteType=\"21\"", "tjenesteType=\"22\"")), Of(3)));
        Assert.Equal("E03 W 1, E04 W 1, 1+0+0", await TakeAsync(2));
        Assert.Equal("1+0+0", await TakeAsync(4));
    }

    [Fact]
    public async Task The_chain_goes_on_where_the_last_file_ended()
    {
        Assert.Equal("2+0+0", await TakeAsync(11, 12));
        Assert.Equal("2+0+0", await TakeAsync(13, 14));
        Assert.Equal("E03 W 1, E04 W 1, 1+0+0", await TakeAsync(17));
        Assert.Equal("2+0+0", await TakeAsync(15, 16));
        Assert.Equal("1+0+0", await TakeAsync(18));
    }

    [Fact]
    public async Task A_chain_begun_anew_stands_for_itself()
    {
        await TakeAsync(11, 12);
        Assert.Equal("2+0+0", await TakeAsync(1, 2));
        Assert.Equal("1+0+0", await TakeAsync(13));
    }

    [Fact]
    public async Task The_end_of_the_chain_is_counted_where_its_number_cannot_be_read()
    {
        Assert.Equal("E03 W 2, 2+0+0", await TakeAsync(Of(1), Of(2, ("LopeNr=\"2\"", "LopeNr=\"to\""))));
        Assert.Equal("1+0+0", await TakeAsync(3));
    }

    [Fact]
    public async Task A_correction_may_point_to_a_notification_of_an_earlier_file()
    {
        await TakeAsync(1, 2);
        Assert.Equal("1+0+0", await TakeAsync(About("M", 3, 1)));
        Assert.Equal("E05 RR 1, 0+1+0", await TakeAsync(About("C", 4, 3)));
        Assert.Equal("1+0+0", await TakeAsync(About("C", 4, 1)));
    }

    [Fact]
    public async Task A_correction_before_what_it_is_about_is_kept_and_warned_of()
    {
        Assert.Equal("E05 W 1, 1+0+0", await TakeAsync(About("M", 2, 1)));
        Assert.Equal("1+0+0", await TakeAsync(1));
    }

    [Fact]
    public async Task An_event_whose_start_is_not_received_waits_with_a_warning()
    {
        Assert.Equal("E08 W 1, 1+0+0", await TakeAsync(Of(1, ("TjenesteStart", "TjenesteSlutt"))));
        Assert.Equal("1+0+0", await TakeAsync(OfService(2, 1)));
        Assert.Equal("1+0+0", await TakeAsync(OfService(3, 1, ("TjenesteStart", "TjenesteutforerEndret"), (" tjenesteID=", " tjenesteOrgNr=\"974760673\" tjenesteID="))));
    }

    [Fact]
    public async Task Dates_are_in_order_across_files()
    {
        await TakeAsync(1);
        Assert.Equal("E09 RR 1, 0+1+0", await TakeAsync(OfService(2, 1, ("TjenesteStart", "TjenesteSlutt"), ("2026-02-28", "2026-02-27"))));
        Assert.Equal("1+0+0", await TakeAsync(OfService(2, 1, ("TjenesteStart", "TjenesteSlutt"))));
    }

    [Fact]
    public async Task A_service_keeps_its_user_and_type_across_files_and_merges()
    {
        await TakeAsync(1);
        await _register.MergeAsync();
        Assert.Equal("E12 RR 1, 0+1+0", await TakeAsync(Of(2, ("tjenesteID=\"T2\"", "tjenesteID=\"T1\""))));
        Assert.Equal("E03 W 1, E04 W 1, E12 RR 1, 0+1+0", await TakeAsync(OfService(3, 1, ("tjenesteType=\"21\"", "tjenesteType=\"20\""))));
    }

    [Fact]
    public async Task Merging_changes_nothing_of_what_is_told()
    {
        await TakeAsync(1, 2, 3);
        await TakeAsync(4, 5);
        await _register.MergeAsync();
        Assert.Equal("1+0+2", await TakeAsync(3, 5, 6));
        Assert.StartsWith("E02 RF 1, ", await TakeAsync(Of(4, ("2026-02-28", "2026-02-27"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_rejected_file_nothing_is_remembered()
    {
        await TakeAsync(1);
        var remembered = _register.Facts;
        await TakeAsync(Of(1, ("2026-02-28", "2026-02-27")), Of(2));
        Assert.Equal(remembered, _register.Facts);
    }

    private Task<string> TakeAsync(params int[] numbers) => TakeAsync([.. numbers.Select(number => Of(number))]);

    private Task<string> TakeAsync(params string[] notifications) =>
        _register.TakeAsync(notifications.Aggregate((XprDocument)new CareEventDocument(), (document, text) => document.Raw(text)));

    private static string Of(int number, params (string Find, string Put)[] changes) => changes.Aggregate(
        CareEventDocument.Notification(number), (text, change) => text.Replace(change.Find, change.Put, StringComparison.Ordinal));

    private static string OfService(int number, int service, params (string Find, string Put)[] changes) => Of(
        number, [($"tjenesteID=\"T{number}\"", $"tjenesteID=\"T{service}\""), ($"brukerNr=\"B{number}\"", $"brukerNr=\"B{service}\""), .. changes]);

    private static string About(string status, int number, int about) =>
        OfService(number, about, ("=\"N\"", $"=\"{status}\" notifikasjonRef=\"{XprDocument.Id(about)}\""));
}
