using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kpr.Core.Cases.Notices;
using Kpr.Functions.Applications.Notices;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests.Applications.Notices;

public sealed class WebhookTests
{
    [Fact]
    public async Task A_receiver_can_check_who_sent_it_and_learns_only_that_something_happened()
    {
        await using var receiver = await Receiver.StartAsync();
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        await parts.PlanAsync(7, "order-placed", NoticeRecipient.Register, "kpr");
        Assert.Equal(1, await parts.DispatchAsync());

        var got = Assert.Single(receiver.All);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{got.Id}.{got.Timestamp}."), .. got.Body];
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData("01234567890123456789012345678901"u8.ToArray(), signed)), got.Signature);
        var body = JsonDocument.Parse(got.Body).RootElement;
        Assert.Equal("case.order-placed", body.GetProperty("type").GetString());
        Assert.Equal(["case", "sequence", "party"], body.GetProperty("data").EnumerateObject().Select(member => member.Name));
        Assert.Empty(await parts.Store.DeadAsync(CancellationToken.None));
        Assert.Equal(0, await parts.DispatchAfterAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Two_secrets_in_use_give_two_signatures_and_the_published_example_comes_out()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1614265330);
        const string Published = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

        var signature = WebhookSignature.Of([Published, NoticeParts.Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at, "{\"test\": 2432232314}"u8);

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature.Split(' ')[0]);
        Assert.Equal(2, signature.Split(' ').Length);
    }

    [Fact]
    public async Task One_that_fails_holds_those_behind_it_and_they_come_in_order_with_the_same_ids()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (number, context) => Receiver.Status(context, number <= 2 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK);
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        foreach (var sequence in new[] { 3, 1, 2 })
        {
            await parts.PlanAsync(sequence, "order-placed", NoticeRecipient.Register, "kpr");
        }

        Assert.Equal(0, await parts.DispatchAsync());
        Assert.Equal(0, await parts.DispatchAfterAsync(TimeSpan.FromSeconds(30)));
        Assert.Single(receiver.All);
        Assert.Equal(0, await parts.DispatchAfterAsync(TimeSpan.FromSeconds(31)));
        Assert.Equal(3, await parts.DispatchAfterAsync(TimeSpan.FromMinutes(2)));

        Assert.Equal([1, 1, 1, 2, 3], receiver.All.Select(Sequence));
        Assert.Equal(3, receiver.All.Select(got => got.Id).Distinct().Count());
    }

    [Fact]
    public async Task One_that_is_given_up_waits_for_an_operator_and_lets_the_others_by()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) => Receiver.Status(context, HttpStatusCode.BadGateway);
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        await parts.PlanAsync(1, "order-placed", NoticeRecipient.Register, "kpr");
        for (var hours = 0; hours < 60; hours += 6)
        {
            await parts.DispatchAfterAsync(TimeSpan.FromHours(13));
        }

        await parts.DispatchAfterAsync(TimeSpan.FromHours(13));
        await parts.DispatchAfterAsync(TimeSpan.FromHours(13));
        Assert.Equal(FailNotice.Tries, receiver.All.Count);
        var dead = Assert.Single(await parts.Store.DeadAsync(CancellationToken.None));
        Assert.Equal("HTTP 502", dead.Reason);

        receiver.Answer = (_, context) => Receiver.Status(context, HttpStatusCode.OK);
        await parts.PlanAsync(2, "order-placed", NoticeRecipient.Register, "kpr");
        Assert.Equal(1, await parts.DispatchAsync());
        await parts.Store.RequeueAsync(dead with { State = NoticeState.Pending, Tries = 0 }, CancellationToken.None);
        Assert.Equal(1, await parts.DispatchAsync());
        Assert.Equal([2, 1], receiver.All.TakeLast(2).Select(Sequence));
        Assert.Empty(await parts.Store.DeadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_that_answers_after_accepting_gets_it_again_under_the_same_id()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (number, context) =>
        {
            if (number == 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            await Receiver.Status(context, HttpStatusCode.OK);
        };
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        await parts.PlanAsync(1, "order-placed", NoticeRecipient.Register, "kpr");
        Assert.Equal(0, await parts.DispatchAsync());
        Assert.Equal(1, await parts.DispatchAfterAsync(TimeSpan.FromMinutes(2)));

        Assert.Equal(2, receiver.All.Count);
        Assert.Single(receiver.All.Select(got => got.Id).Distinct());
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, 1)]
    [InlineData(HttpStatusCode.Redirect, 0)]
    [InlineData(HttpStatusCode.Unauthorized, 0)]
    public async Task Gone_is_given_up_at_once_and_no_redirection_is_followed(HttpStatusCode status, int dead)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) =>
        {
            context.Response.Headers.Location = receiver.Address.AbsoluteUri;
            return Receiver.Status(context, status);
        };
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        await parts.PlanAsync(1, "order-placed", NoticeRecipient.Register, "kpr");
        await parts.DispatchAsync();

        Assert.Single(receiver.All);
        Assert.Equal(dead, (await parts.Store.DeadAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_receiver_that_asks_to_be_left_in_peace_is_and_one_that_is_not_there_is_tried_again()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (number, context) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return Receiver.Status(context, number == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
        };
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        await parts.PlanAsync(1, "order-placed", NoticeRecipient.Register, "kpr");
        await parts.DispatchAsync();
        Assert.Equal(0, await parts.DispatchAfterAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal(1, await parts.DispatchAfterAsync(TimeSpan.FromMinutes(2)));

        await receiver.DisposeAsync();
        await parts.PlanAsync(2, "order-placed", NoticeRecipient.Register, "kpr");
        Assert.Equal(0, await parts.DispatchAsync());
        Assert.Empty(await parts.Store.DeadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_notice_once()
    {
        await using var receiver = await Receiver.StartAsync();
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        for (var sequence = 1; sequence <= 10; sequence++)
        {
            await parts.PlanAsync(sequence, "order-placed", NoticeRecipient.Register, "kpr");
        }

        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => parts.DispatchAsync()));

        Assert.Equal(10, sent.Sum());
        Assert.Equal(Enumerable.Range(1, 10), receiver.All.Select(Sequence));
    }

    [Fact]
    public async Task A_notice_that_is_planned_again_even_after_it_went_out_is_sent_once()
    {
        await using var receiver = await Receiver.StartAsync();
        using var parts = await NoticeParts.StartAsync(NoticeParts.Listens(receiver.Address));
        await parts.PlanAsync(1, "order-placed", NoticeRecipient.Register, "kpr");
        await parts.PlanAsync(1, "order-placed", NoticeRecipient.Register, "kpr");
        await parts.DispatchAsync();
        await parts.PlanAsync(1, "order-placed", NoticeRecipient.Register, "kpr");
        await parts.DispatchAfterAsync(TimeSpan.FromDays(1));

        Assert.Single(receiver.All);
    }

    [Theory]
    [InlineData("Webhook", "http://register.example/hook", "Webhook is no https address")]
    [InlineData("Secrets:0", "whsec_short", "Secrets are whsec_")]
    [InlineData("Email", "nobody", "Email is no address")]
    [InlineData("Party", "", "no Party")]
    public async Task Settings_that_would_send_in_the_open_are_refused_at_start(string name, string value, string told)
    {
        using var parts = await NoticeParts.StartAsync([.. NoticeParts.Listens(new Uri("https://register.example/hook")).Where(setting => !setting.Item1.EndsWith(name, StringComparison.Ordinal)), ($"Kpr:Notices:Parties:0:{name}", value)]);

        var refused = Assert.Throws<OptionsValidationException>(() => parts.Get<IOptions<NoticeOptions>>().Value);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    private static int Sequence(Receiver.Received got) => JsonDocument.Parse(got.Body).RootElement.GetProperty("data").GetProperty("sequence").GetInt32();
}
