using System.Text;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.SchoolHealth;
using Kpr.Core.Persons;
using Kpr.Core.Register;
using Kpr.Core.Tests.SchoolHealth;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;
using Kpr.Functions.Register;
using Kpr.Functions.Tests.Ingest;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Objections: to health items of the services that the law names, and to disclosure.</summary>
public sealed class ReservationTests
{
    private static readonly SchoolHealthLayout School = new();
    private static readonly ClaimsLayout Claims = new();

    [Fact]
    public async Task Health_items_of_school_health_are_taken_out_of_what_is_stored_and_of_what_comes()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test);
        Assert.All(await SchoolRowsAsync(test), row => Assert.Equal(("3", true), (Value(row, "amming"), Value(row, "malinger")!.Contains("Vekt", StringComparison.Ordinal))));

        var decision = await PersonWorld.ReserveAsync(test, ReservedServices.SchoolHealth);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));
        await TakeSchoolAsync(test, "later", 5);

        var hers = (await SchoolRowsAsync(test)).Where(row => row.PersonKey == PersonWorld.KeyOf(PersonWorld.Her)).ToList();
        Assert.Equal(2, hers.Count);
        Assert.All(hers, row => Assert.Equal(("", "", "I"), (Value(row, "amming"), Value(row, "malinger"), Value(row, "formKonsultasjon"))));
        Assert.Equal("3", Value(Assert.Single(await SchoolRowsAsync(test), row => row.PersonKey == PersonWorld.KeyOf(PersonWorld.Other)), "amming"));
        Assert.Equal(PersonDecisionState.Done, (await PersonWorld.FindAsync(test, decision)).State);

        // Nothing else of hers is touched, and her health items lie in no copy.
        Assert.Equal((5, 4), await PersonWorld.CountAsync(test));
        Assert.Empty(await test.ListAsync(Containers.Archive, "school-health/"));
        Assert.NotEmpty(await test.ListAsync(Containers.Archive, "care-events/"));
    }

    [Fact]
    public async Task A_rejected_record_of_somebody_who_objects_is_not_kept_as_it_came()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.ReserveAsync(test, ReservedServices.SchoolHealth);
        await TakeSchoolAsync(test, "rejected", 1, text => text.Replace("konsultasjonID=\"K1\"", "konsultasjonID=\"\"", StringComparison.Ordinal), second: true);

        Assert.Equal(1, (await test.ReceiptAsync("school-health/0301/rejected.xml")).Counts.Rejected);
        Assert.DoesNotContain(await test.ListAsync(Containers.Quarantine), name => name.EndsWith(".sealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lifted_objection_lets_health_items_in_again()
    {
        await using var test = await TestSystem.StartAsync();
        var decision = await PersonWorld.ReserveAsync(test, ReservedServices.SchoolHealth);
        await TakeSchoolAsync(test, "a", 1);
        await test.Get<DecideAboutPersons>().LiftAsync(decision.Id, "test", default);
        await TakeSchoolAsync(test, "b", 2);

        Assert.Equal(["", "3"], (await SchoolRowsAsync(test)).OrderBy(row => row.Values[0], StringComparer.Ordinal).Select(row => Value(row, "amming")));
        Assert.Equal(["reservation-noted", "lifted"], (await PersonWorld.AuditAsync(test, "persons")).Select(line => line.Action));
    }

    [Fact]
    public async Task Dental_detail_is_taken_out_where_no_refund_follows_and_other_claims_are_left()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.ReserveAsync(test, ReservedServices.Dental);
        var delivery = PersonWorld.Delivery();
        foreach (var number in (int[])[1, 2])
        {
            delivery.Set(number, "meldingstype", "TOM").Set(number, "praksistype", "TANN").Set(number, "fagomraade", "TH").Set("person", number, "fid", PersonWorld.Her).Set(number, "fodselsaar", "1942");
        }

        delivery.Set(1, "refusjonOre", "0").Set("person", 3, "fid", PersonWorld.Her).Set(3, "fodselsaar", "1942");
        await PersonWorld.TakeAsync(test, DeliveredFiles.Of(delivery, "mai"));

        var rows = (await PersonWorld.RowsAsync(test, "claims")).OrderBy(row => row.Values[0], StringComparer.Ordinal).ToList();
        Assert.Equal(["tannlege", "tannlege", "fastlege"], rows.Select(row => Claims.Value(row, "tjeneste")));
        Assert.Equal(["", "ICPC-2:L03", "ICPC-2:L03"], rows.Select(row => Claims.Value(row, "diagnoser")));
        Assert.Equal([true, false, false], rows.Select(row => string.IsNullOrEmpty(Claims.Value(row, "takster"))));
        Assert.All(rows, row => Assert.False(string.IsNullOrEmpty(Claims.Value(row, "regningsnummer"))));
    }

    [Fact]
    public async Task Disclosure_is_asked_when_data_are_prepared_and_changes_nothing_stored()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test);
        await PersonWorld.ReserveAsync(test, ReservedServices.Disclosure);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Equal(ReservedServices.Disclosure, (await test.Get<PersonListStore>().GetAsync(default)).Reserved(PersonWorld.KeyOf(PersonWorld.Her)));
        Assert.All(await SchoolRowsAsync(test), row => Assert.Equal("3", Value(row, "amming")));
        Assert.Equal((4, 4), await PersonWorld.CountAsync(test));
    }

    [Fact]
    public async Task A_file_under_way_when_the_objection_comes_loses_its_health_items_when_it_is_done()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        var file = await test.UploadAsync("school-health/0301/a.xml", new SchoolHealthDocument().Add().ToString());
        await test.Get<Kpr.Functions.Ingest.ReceiveFile>().RunAsync(file, default);
        var reading = await test.Get<Kpr.Functions.Ingest.WorkArea>().ReadAsync(Kpr.Functions.Ingest.WorkArea.Reading(file.Key), Kpr.Functions.Ingest.IngestJson.Default.FileReading, default);
        await test.Get<Kpr.Functions.Ingest.ValidateChunk>().RunAsync(new Kpr.Functions.Ingest.ChunkMessage(file.Key, reading.Chunks[0]), default);
        await PersonWorld.ReserveAsync(test, ReservedServices.SchoolHealth);
        Assert.Equal(1, await test.Get<ApplyDecisions>().RunAsync(default));
        await test.Get<Kpr.Functions.Ingest.CompleteFile>().RunAsync(new Kpr.Functions.Ingest.CompleteMessage(file.Key), default);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Equal("", Value(Assert.Single(await SchoolRowsAsync(test)), "amming"));
        Assert.Empty(await test.ListAsync(Containers.Archive));
    }

    private static async Task TakeSchoolAsync(TestSystem test, string name, int number, Func<string, string>? change = null, bool second = false)
    {
        var document = new SchoolHealthDocument().Raw((change ?? (text => text))(SchoolHealthDocument.Notification(number)));
        await PersonWorld.TakeAsync(test, [($"school-health/0301/{name}.xml", Encoding.UTF8.GetBytes((second ? document.Raw(SchoolHealthDocument.Notification(number + 1)) : document).ToString()))]);
    }

    private static async Task<IReadOnlyList<SegmentRow>> SchoolRowsAsync(TestSystem test) => await PersonWorld.RowsAsync(test, "school-health");

    private static string? Value(SegmentRow row, string column) => School.Value(row, column);
}
