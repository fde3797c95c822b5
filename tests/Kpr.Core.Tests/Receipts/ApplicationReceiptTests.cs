using System.Xml.Linq;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Receipts.ApplicationReceipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Receipts;

/// <summary>The form is held to its published description, element by element: the schema itself is not in the open material.</summary>
public sealed class ApplicationReceiptTests
{
    private static readonly XNamespace Ns = ApplicationReceipt.Namespace;
    private static readonly Guid Id = new("00000000-0000-4000-8000-000000000001");

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Theory]
    [InlineData(ReceiptStatus.Accepted, "1", "OK")]
    [InlineData(ReceiptStatus.Rejected, "2", "Avvist")]
    [InlineData(ReceiptStatus.PartlyAccepted, "3", "OK, feil i delmelding")]
    public void Status_is_told_by_list_8258(ReceiptStatus status, string code, string name)
    {
        var told = Read(ReceiptExample.Accepted with { Status = status }).Root!.Element(Ns + "Status")!;

        Assert.Equal((code, name), ((string?)told.Attribute("V"), (string?)told.Attribute("DN")));
    }

    [Fact]
    public void Elements_stand_in_the_order_of_the_form()
    {
        var root = Read(ReceiptExample.With(ReceiptStatus.Rejected, ("F02", Severity.RejectFile, 1), ("I03", Severity.RejectRecord, 2))).Root!;

        Assert.Equal(
            ["MsgType", "MIGversion", "SoftwareName", "GenDate", "Id", "Sender", "Receiver", "Status", "Error", "Error", "OriginalMsgId"],
            root.Elements().Select(element => element.Name.LocalName));
        Assert.All(root.DescendantsAndSelf(), element => Assert.Equal(Ns, element.Name.Namespace));
        Assert.Equal(["Role", "HCP"], root.Element(Ns + "Sender")!.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["Name", "Id", "TypeId"], root.Descendants(Ns + "Inst").First().Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["MsgType", "IssueDate", "Id"], root.Element(Ns + "OriginalMsgId")!.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("APPREC", (string?)root.Element(Ns + "MsgType")!.Attribute("V"));
        Assert.Equal(Id.ToString(), root.Element(Ns + "Id")!.Value);
    }

    [Fact]
    public void Each_rule_that_rejects_is_an_error_of_list_8221_and_warnings_are_none()
    {
        var errors = Read(ReceiptExample.With(ReceiptStatus.Rejected, ("A26", Severity.Warning, 4), ("I03", Severity.RejectRecord, 2), ("F01", Severity.RejectFile, 1)))
            .Root!.Elements(Ns + "Error").ToList();

        Assert.Equal(["T01", "E31"], errors.Select(error => (string?)error.Attribute("V")));
        Assert.All(errors, error => Assert.Equal("2.16.578.1.12.4.1.1.8221", (string?)error.Attribute("S")));
        Assert.StartsWith("I03: ", (string?)errors[1].Attribute("OT"), StringComparison.Ordinal);
        Assert.EndsWith("(2 funn)", (string?)errors[1].Attribute("OT"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_code_of_the_list(string id)
    {
        var code = ErrorCodes.Of(id);

        Assert.Equal(code.Name, CodeLists.Get("8221").Find(code.Code)!.NorwegianName);
    }

    [Fact]
    public void The_message_answered_is_named_as_it_named_itself()
    {
        var origin = MessageOrigin.Of("LOM", new DateTime(2026, 1, 12, 8, 0, 0), "987654325", "80123");
        var root = Read(ReceiptExample.Accepted, origin).Root!;
        var original = root.Element(Ns + "OriginalMsgId")!;
        var receiver = root.Element(Ns + "Receiver")!.Descendants(Ns + "Inst").Single();

        Assert.Equal(("LOM", "2026-01-12T07:00:00Z", "melding-1"), ((string?)original.Element(Ns + "MsgType")!.Attribute("V"), original.Element(Ns + "IssueDate")!.Value, original.Element(Ns + "Id")!.Value));
        Assert.Equal(("80123", "HER"), (receiver.Element(Ns + "Id")!.Value, (string?)receiver.Element(Ns + "TypeId")!.Attribute("V")));
    }

    [Fact]
    public void A_message_that_says_nothing_is_known_by_its_file()
    {
        var file = ReceiptExample.Accepted.File with { MessageId = null, Name = "Ærøy \u0001 <x>.xml" };
        var original = Read(ReceiptExample.Accepted with { File = file }).Root!.Element(Ns + "OriginalMsgId")!;

        Assert.Equal("UKJENT", (string?)original.Element(Ns + "MsgType")!.Attribute("V"));
        Assert.Equal("Ærøy _ <x>.xml", original.Element(Ns + "Id")!.Value);
    }

    [Theory]
    [InlineData("01010112345", "01010112345", "01010112345")]
    [InlineData("<script>", "12345678", "0123456789")]
    public void What_has_not_the_form_of_its_kind_is_left_out(string type, string organisation, string herId)
    {
        Assert.Equal(new MessageOrigin(null, null, null, null), MessageOrigin.Of(type, null, organisation, herId));
    }

    [Theory]
    [InlineData("care-events", null, ReceiptStatus.Rejected, true)]
    [InlineData("care-events", "XPR(ipl)", ReceiptStatus.Held, false)]
    [InlineData("claims", "BKM (XML)", ReceiptStatus.Accepted, true)]
    [InlineData("claims", "BKM (JSON)", ReceiptStatus.Accepted, false)]
    [InlineData("kuhr-delivery", "KUHR-leveranse", ReceiptStatus.Accepted, false)]
    [InlineData(null, null, ReceiptStatus.Rejected, false)]
    public void It_is_due_for_final_answers_to_xml_messages(string? feed, string? format, ReceiptStatus status, bool due) =>
        Assert.Equal(due, ApplicationReceipt.IsDueFor(ReceiptExample.Accepted with { File = ReceiptExample.Accepted.File with { Feed = feed, Format = format }, Status = status }));

    private static XDocument Read(Receipt receipt, MessageOrigin? origin = null)
    {
        using var content = new MemoryStream(ApplicationReceipt.Write(receipt, origin, Id, RegisterAddress.QualityAssurance));
        return XDocument.Load(content);
    }
}
