using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Linkages;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>Keys of a linkage are ordered by the case's handler, for parties who have a certificate, about an uploaded list, and end when the case says so.</summary>
public sealed class KeyOrderTests
{
    [Fact]
    public async Task Keys_are_ordered_by_the_case_s_handler_when_every_party_has_a_certificate()
    {
        await using var world = await LinkedCase.StartAsync();
        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Npr, Actors.Linker, Actors.Auditor, Actors.Decider])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await world.OrderAsync(actor)));
        }

        Assert.Equal(403, (await world.OrderAsync(Actors.OtherHandler)).Status);
        Assert.Equal((422, 1084), CaseHttp.Told(await world.OrderAsync()));
        await world.Test.Get<Kpr.Functions.Extracts.Recipients.RecipientStore>().NoteAsync(
            LinkedCase.CaseId, new("kohort", LinkedCase.List, 100, world.Test.Clock.GetUtcNow().UtcDateTime), default);
        var lacking = await world.OrderAsync();
        Assert.Equal((409, 1083, "npr-1, kreft-1, linker"), (lacking.Status, lacking.Number, (string)lacking.Json["about"]![0]!));
        Assert.Empty(await world.ToldAsync());

        await world.WithPartiesAsync();
        foreach (var bad in (string[])["", "../x", new string('a', 31)])
        {
            Assert.Equal(400, (await world.OrderAsync(list: bad)).Status);
        }

        var ordered = await world.OrderAsync();
        Assert.Equal((202, "ordered", $"/api/cases/{LinkedCase.CaseId}/linkage"), (ordered.Status, (string)ordered.Json["status"]!, ordered.Location));
        var order = Assert.IsType<LinkageOrder>(await world.Linkages.FindOrderAsync(LinkedCase.CaseId, LinkedCase.Id, default));
        Assert.Equal(["kpr-1", "npr-1", "kreft-1"], order.Sources.Select(source => source.Id));
        Assert.Equal((null, world.CertificateOf(Actors.Npr).ExportCertificatePem(), world.CertificateOf(Actors.Linker).ExportCertificatePem()),
            (order.Sources[0].Certificate, order.Sources[1].Certificate, order.Linker.Certificate));
        Assert.Equal(["Ordered"], await world.ToldAsync());

        // The same again is the same; another list is not.
        Assert.Equal(202, (await world.OrderAsync()).Status);
        await world.Test.Get<Kpr.Functions.Extracts.Recipients.RecipientStore>().NoteAsync(
            LinkedCase.CaseId, new("annen", new string('b', 32), 100, world.Test.Clock.GetUtcNow().UtcDateTime), default);
        Assert.Equal((409, 1082), CaseHttp.Told(await world.OrderAsync(list: new string('b', 32))));

        // What could not be made is ordered anew, with another list.
        await world.Linkages.ChangeAsync(LinkedCase.CaseId, LinkedCase.Id, now => now with { Status = LinkageStatus.Refused, Message = "Listen kan ikke åpnes." }, default);
        world.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(202, (await world.OrderAsync(list: new string('b', 32))).Status);
        Assert.Equal((LinkageStatus.Ordered, new string('b', 32)), ((await world.KeysAsync()).Status, (await world.Linkages.FindOrderAsync(LinkedCase.CaseId, LinkedCase.Id, default))!.List));
    }

    [Fact]
    public async Task A_batch_ends_when_the_linker_fails_and_the_next_one_has_keys_of_its_own()
    {
        await using var world = await LinkedCase.IssuedAsync();
        await world.LookAsync();
        Assert.Equal(LinkageStatus.Issued, (await world.KeysAsync()).Status);
        await world.DoAsync(Actors.Linker, new ReportLinkerFailure("Utstyret er ødelagt."));
        await world.LookAsync();
        Assert.Equal(LinkageStatus.Ended, (await world.KeysAsync()).Status);
        Assert.Equal(["Ordered", "Ended"], await world.ToldAsync());
        Assert.Equal((409, 1082), CaseHttp.Told(await world.OrderAsync()));
        Assert.Equal((409, 1082), CaseHttp.Told(await world.GetAsync(Actors.Npr, "keys/npr-1")));
        Assert.Equal(404, (await world.GetAsync(Actors.Linker, "maps/npr-1")).Status);

        await world.DoAsync(Actors.Decider, new DesignateLinker(Actors.ControllerNumber));
        await world.DoAsync(Actors.Handler, new IssueKeys("batch-2"));
        var next = Actors.Linker with { Organisation = Actors.ControllerNumber, Subject = "linker-2" };
        Assert.Equal(200, (await world.Http.SendAsync(HttpMethod.Put, $"/cases/{LinkedCase.CaseId}/certificate", next, new ByteArrayContent(world.CertificateOf(next).RawData))).Status);
        Assert.Equal(202, (await world.OrderAsync()).Status);
        var order = await world.Linkages.FindOrderAsync(LinkedCase.CaseId, LinkageStore.IdOf(LinkedCase.CaseId, "batch-2"), default);
        Assert.Equal(("batch-2", world.CertificateOf(next).ExportCertificatePem()), (order!.Batch, order.Linker.Certificate));
        Assert.Equal(LinkageStatus.Ended, (await world.KeysAsync()).Status);
    }
}
