using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Review;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Applications.Notices;

public sealed class MailTests
{
    [Fact]
    public async Task The_applicant_gets_a_letter_and_the_case_the_proof_that_it_arrived()
    {
        using var parts = await NoticeParts.StartAsync();
        await AskedAsync(parts);
        await parts.DispatchAsync();

        var letter = Assert.Single(parts.Letters(), letter => letter.Contains("To: kontakt@example.no", StringComparison.Ordinal) && Text(letter).Contains("Svar innen 15.09.2026", StringComparison.Ordinal));
        Assert.Contains("Subject: =?utf-8?B?", letter, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n", letter, StringComparison.Ordinal);
        var state = await parts.StateAsync();
        Assert.Equal(new DateOnly(2026, 9, 1), state.ReachedOn(state.Round!.Notice));
        Assert.Equal(0, await parts.DispatchAfterAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task A_party_without_an_address_is_written_to_at_the_mailbox_of_the_unit()
    {
        using var parts = await NoticeParts.StartAsync(("Kpr:Notices:Mailbox", "postmottak@hds.example"));
        await parts.PlanAsync(1, "submitted", NoticeRecipient.Coordinator);
        await parts.DispatchAsync();

        Assert.Contains("To: postmottak@hds.example", Assert.Single(parts.Letters()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_one_letter_a_day_gets_it_in_the_morning_in_their_language_but_what_needs_proof_at_once()
    {
        using var parts = await NoticeParts.StartAsync();
        await parts.Get<NoticeWishes>().SetAsync("handler/handler-1", new NoticeWish("handler@hds.example", "en", Digest: true), CancellationToken.None);
        await parts.PlanAsync(1, "deficiencies-answered", NoticeRecipient.Handler, "handler-1");
        await parts.PlanAsync(2, "deadline-missed", NoticeRecipient.Handler, "handler-1");
        Assert.Equal(0, await parts.DispatchAfterAsync(TimeSpan.FromHours(2)));
        await parts.PlanAsync(3, "recommendation-returned", NoticeRecipient.Handler, "handler-1");
        Assert.Equal(3, await parts.DispatchAfterAsync(TimeSpan.FromHours(20)));

        var letter = Assert.Single(parts.Letters());
        Assert.Contains("To: handler@hds.example", letter, StringComparison.Ordinal);
        Assert.Contains("- sak-0000000000000001: The applicant answered", Text(letter), StringComparison.Ordinal);
        Assert.Equal(0, await parts.DispatchAfterAsync(TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task What_needs_proof_does_not_wait_behind_a_digest()
    {
        using var parts = await NoticeParts.StartAsync();
        await parts.Get<NoticeWishes>().SetAsync("handler/handler-1", new NoticeWish("handler@hds.example", "nb", Digest: true), CancellationToken.None);
        await parts.PlanAsync(1, "deficiencies-answered", NoticeRecipient.Handler, "handler-1");
        await parts.PlanAsync(2, "deadline-missed", NoticeRecipient.Handler, "handler-1", proof: "deadline/1");

        Assert.Equal(1, await parts.DispatchAfterAsync(TimeSpan.FromHours(2)));
        Assert.Single(parts.Letters());
        Assert.Equal(1, await parts.DispatchAfterAsync(TimeSpan.FromHours(20)));
    }

    [Fact]
    public async Task A_digest_that_is_sent_again_after_a_death_is_the_same_letter_though_more_was_planned_meanwhile()
    {
        var mail = new DyingMail();
        using var parts = await NoticeParts.StartAsync(services => services.AddSingleton<IMailSender>(mail));
        mail.Folder = new MailFolder(parts.Folder);
        await parts.Get<NoticeWishes>().SetAsync("handler/handler-1", new NoticeWish("handler@hds.example", "nb", Digest: true), CancellationToken.None);
        await parts.PlanAsync(2, "deficiencies-answered", NoticeRecipient.Handler, "handler-1");
        await parts.PlanAsync(4, "deadline-missed", NoticeRecipient.Handler, "handler-1");
        await Assert.ThrowsAsync<NotSupportedException>(() => parts.DispatchAfterAsync(TimeSpan.FromHours(22)));
        var letter = Assert.Single(parts.Letters());

        // One that stands between the two, and one behind them.
        await parts.PlanAsync(3, "recommendation-returned", NoticeRecipient.Handler, "handler-1");
        await parts.PlanAsync(5, "recommendation-returned", NoticeRecipient.Handler, "handler-1");
        Assert.Equal(2, await parts.DispatchAfterAsync(TimeSpan.FromMinutes(30)));
        Assert.Equal(letter, Assert.Single(parts.Letters()));

        Assert.Equal(2, await parts.DispatchAfterAsync(TimeSpan.FromHours(24)));
        Assert.Equal(2, parts.Letters().Count);
    }

    [Fact]
    public async Task Nothing_of_the_application_is_in_a_letter_a_webhook_or_a_row()
    {
        await using var receiver = await Receiver.StartAsync();
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address, "coordinator"));
        var content = JsonSerializer.Deserialize<ApplicationContent>(
            JsonSerializer.Serialize(Filled.PersonLevel(), CaseJson.Stored).Replace("Legevakt", "KANARI Legevakt", StringComparison.Ordinal).Replace("Leder To", "KANARI Leder", StringComparison.Ordinal)
                .Replace("Hvem bruker", "KANARI Hvem", StringComparison.Ordinal), CaseJson.Stored)!;
        await AskedAsync(parts, content, "KANARI spørsmål");
        await parts.DispatchAsync();

        Assert.NotEmpty(receiver.All);
        Assert.NotEmpty(parts.Letters());
        Assert.DoesNotContain(receiver.All, got => Encoding.UTF8.GetString(got.Body).Contains("KANARI", StringComparison.Ordinal));
        Assert.DoesNotContain(parts.Letters(), letter => (letter + Text(letter)).Contains("KANARI", StringComparison.Ordinal));
        await foreach (var row in new TableServiceClient(parts.Account.ConnectionString).GetTableClient(NoticeStore.Table).QueryAsync<TableEntity>())
        {
            var text = string.Join("\n", row.Keys.Select(key => row[key]));
            Assert.DoesNotContain("KANARI", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@example", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("kontakt@example.no", true)]
    [InlineData("a@b.no\r\nBcc: c@d.no", false)]
    [InlineData("a@b.no, c@d.no", false)]
    [InlineData("En <a@b.no>", false)]
    [InlineData("a", false)]
    public void An_address_is_one_address(string text, bool valid) => Assert.Equal(valid, MailText.IsAddress(text));

    [Fact]
    public void A_subject_is_cut_into_words_between_letters_and_cannot_begin_a_header()
    {
        var subject = string.Concat(Enumerable.Repeat("blåbærsyltetøy ", 12)) + "\r\nBcc: x@y.no";
        var letter = MailText.Write(new MailLetter("id", "fra@kpr.example", "til@example.no", subject, "Tekst æøå\n", DateTimeOffset.UnixEpoch));

        var header = letter[..letter.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        var words = header[header.IndexOf("Subject:", StringComparison.Ordinal)..].Split("\r\n").TakeWhile((line, i) => i == 0 || line.StartsWith(' ')).Select(line => line.Replace("Subject:", "", StringComparison.Ordinal).Trim()).ToList();
        Assert.All(words, word => Assert.InRange(word.Length, 1, 75));
        Assert.Equal(subject.Replace("\r\n", "", StringComparison.Ordinal), string.Concat(words.Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word["=?utf-8?B?".Length..^2])))));
        Assert.DoesNotContain("\nBcc", header, StringComparison.Ordinal);
        Assert.Equal("Tekst æøå\r\n", Text(letter));
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, true, false)]
    [InlineData(HttpStatusCode.BadRequest, false, true)]
    [InlineData(HttpStatusCode.Forbidden, false, false)]
    public async Task Azure_sends_a_letter_as_one_operation(HttpStatusCode status, bool taken, bool permanent)
    {
        await using var service = await Receiver.StartAsync();
        string? operation = null;
        service.Answer = (_, context) =>
        {
            operation = $"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers["Operation-Id"]} {context.Request.Headers.Authorization}";
            return Receiver.Status(context, status);
        };
        using var transport = new HttpClient(new Redirecting(service.Address));
        var options = new MailOptions { Transport = new HttpClientTransport(transport) };
        var mail = new CommunicationMail(new Uri("https://mail.communication.azure.com"), new FixedToken(), options);

        var answer = await mail.SendAsync(new MailLetter("0123456789abcdef0123456789abcdef", "fra@kpr.example", "til@example.no", "Emne", "Tekst", DateTimeOffset.UnixEpoch), CancellationToken.None);

        Assert.Equal((taken, permanent), (answer.IsTaken, answer.Permanent));
        Assert.Equal("/emails:send?api-version=2023-03-31 01234567-89ab-cdef-0123-456789abcdef Bearer token", operation);
        var sent = JsonDocument.Parse(service.All[0].Body).RootElement;
        Assert.Equal("til@example.no", sent.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString());
    }

    private static async Task AskedAsync(NoticeParts parts, ApplicationContent? content = null, string question = "Hvem har tilgang?")
    {
        await parts.DoAsync(Actors.Applicant, new Start(ApplicationKind.PersonLevel), new SaveDraft(content ?? Filled.PersonLevel()));
        foreach (var (id, kind) in new[] { (Filled.Protocol, AttachmentKind.Protocol), (Filled.Dpia, AttachmentKind.Dpia), (Filled.Rek, AttachmentKind.Rek) })
        {
            await parts.DoAsync(Actors.Applicant, new Attach(id, kind, $"{id}.pdf", "application/pdf", 1000, new string('a', 64)));
            await parts.DoAsync(Actors.System, new ScanAttachment(id, ScanResult.Clean));
        }

        await parts.DoAsync(Actors.Applicant, new Submit());
        await parts.DoAsync(Actors.System, new StartIntake());
        await parts.DoAsync(Actors.Coordinator, new AssignHandler(Actors.Handler.Subject));
        await parts.DoAsync(Actors.Handler, new AskApplicant([new DeficiencyItem("people.persons", question)]));
    }

    private static string Text(string letter) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(letter[(letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));

    private sealed class MailOptions : ClientOptions;

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    // The pipeline gives tokens to https only; the test's server speaks http.
    private sealed class Redirecting(Uri to) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = to.Scheme, Host = to.Host, Port = to.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }

    // Dies once, after the letter is on its way.
    private sealed class DyingMail : IMailSender
    {
        private bool _died;

        public MailFolder Folder { get; set; } = null!;

        public async Task<SendAnswer> SendAsync(MailLetter letter, CancellationToken cancellationToken)
        {
            await Folder.SendAsync(letter, cancellationToken);
            if (_died)
            {
                return SendAnswer.Taken;
            }

            _died = true;
            throw new NotSupportedException("Died.");
        }
    }
}
