using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>Lists of identity numbers on their way in: an envelope to the register, or nothing that is ever stored.</summary>
public sealed class ListTests
{
    private static readonly byte[] Numbers = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("17834200368", 12_000)));

    [Fact]
    public async Task A_list_is_stored_as_an_envelope_to_the_register_and_in_no_other_form()
    {
        await using var world = await OrderedCase.StartAsync(("Kpr:Deliveries:LongestList", "400000"));
        Assert.Equal((503, 1072), CaseHttp.Told(await world.Http.GetAsync(Actors.Applicant, "/cohort-certificate")));
        Assert.Equal((503, 1072), CaseHttp.Told(await PutAsync(world, Numbers)));
        Assert.Contains($"{ExtractMessage.Certificate}-Ordered", await world.ToldAsync());
        using var register = OrderedCase.Certificate(world.Test.Clock.GetUtcNow());
        await world.Extracts.WriteCertificateAsync(register.ExportCertificatePem(), default);
        var pem = await world.Http.GetAsync(Actors.Applicant, "/cohort-certificate");
        Assert.Equal(register.ExportCertificatePem(), pem.Text);
        var envelope = await EnvelopedAsync(X509Certificate2.CreateFromPem(pem.Text));

        using var other = OrderedCase.Certificate(world.Test.Clock.GetUtcNow());
        foreach (var upload in (byte[][])[Numbers, [], Encoding.UTF8.GetBytes("<script>"), await EnvelopedAsync(other), [.. envelope, .. Numbers], envelope[..^3], register.RawData])
        {
            Assert.Equal((422, 1071), CaseHttp.Told(await PutAsync(world, upload)));
        }

        Assert.Equal((413, 1021), CaseHttp.Told(await PutAsync(world, [.. envelope, .. new byte[400_000]])));
        Assert.Equal((413, 1021), CaseHttp.Told(await world.Http.SendAsync(
            HttpMethod.Put, $"/cases/{OrderedCase.CaseId}/cohort/kohort", Actors.Applicant, new ChunkedContent(await EnvelopedAsync(register, 4)))));
        Assert.Equal((400, 1024), CaseHttp.Told(await PutAsync(world, envelope, name: Kpr.Core.Tests.Claims.TestClaim.Woman)));
        Assert.Equal((400, 1024), CaseHttp.Told(await PutAsync(world, envelope, name: "..%2Fx")));
        Assert.Equal((404, 1020), CaseHttp.Told(await PutAsync(world, envelope, Actors.Stranger)));
        Assert.Equal((404, 1020), CaseHttp.Told(await PutAsync(world, envelope, Actors.Editor)));
        Assert.Equal((403, 1025), CaseHttp.Told(await PutAsync(world, envelope, OrderedCase.First)));
        Assert.Empty(await world.Test.ListAsync(Containers.Cohorts));
        Assert.Empty((await world.Http.GetAsync(OrderedCase.First, $"/cases/{OrderedCase.CaseId}/cohort")).Json.AsArray());

        var taken = await PutAsync(world, envelope);
        Assert.Equal((200, "kohort", envelope.Length), (taken.Status, (string)taken.Json["name"]!, (int)taken.Json["bytes"]!));
        var list = (string)taken.Json["list"]!;
        Assert.True(ExtractStore.IsPossible(list));
        Assert.Equal($"{OrderedCase.CaseId}/{list}.p7m", Assert.Single(await world.Test.ListAsync(Containers.Cohorts)));
        Assert.Equal(envelope, await world.Test.ReadAsync(Containers.Cohorts, $"{OrderedCase.CaseId}/{list}.p7m"));
        Assert.Equal(list, (string)(await PutAsync(world, envelope)).Json["list"]!);
        Assert.Equal(list, (string)Assert.Single((await world.Http.GetAsync(OrderedCase.First, $"/cases/{OrderedCase.CaseId}/cohort")).Json.AsArray())!["list"]!);
        Assert.Equal((404, 1020), CaseHttp.Told(await world.Http.GetAsync(Actors.Stranger, $"/cases/{OrderedCase.CaseId}/cohort")));
        await NowhereAsync(world);
    }

    private static Task<CaseReply> PutAsync(OrderedCase world, byte[] upload, Actor? by = null, string name = "kohort") =>
        world.Http.SendAsync(HttpMethod.Put, $"/cases/{OrderedCase.CaseId}/cohort/{name}", by ?? Actors.Applicant, new ByteArrayContent(upload));

    private static async Task<byte[]> EnvelopedAsync(X509Certificate2 to, int times = 1)
    {
        using var target = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream([.. Enumerable.Repeat(Numbers, times).SelectMany(numbers => numbers)]), target, to);
        return target.ToArray();
    }

    // No number in any blob, audit line or log.
    private static async Task NowhereAsync(OrderedCase world)
    {
        foreach (var container in (string[])[Containers.Cohorts, Containers.Cases, Containers.Extracts, Containers.Audit])
        {
            foreach (var name in await world.Test.ListAsync(container))
            {
                Assert.DoesNotContain("17834200368", name + Encoding.Latin1.GetString(await world.Test.ReadAsync(container, name)), StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(world.Test.Logs.All, line => line.Text.Contains("17834200368", StringComparison.Ordinal));
    }

    // Of a length that nobody is told before.
    private sealed class ChunkedContent(byte[] content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => stream.WriteAsync(content).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
