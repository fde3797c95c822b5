using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Kpr.Core.Identity;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Hostile;

/// <summary>An identity number may stand anywhere in a file; it must stand nowhere in the receipt or the findings (I28).</summary>
public sealed class IdentityLeakTests
{
    private static readonly string Number =
        Enumerable.Range(0, 50).Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1980, 5, 17), Sex.Male, serial)).First(made => made is not null)!;

    private static readonly string Spaced = $"{Number[..6]} {Number[6..]}";

    public static TheoryData<string> Feeds => [.. XprModule.Feeds];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_number_in_any_value_is_not_told(string feed)
    {
        var module = XprModule.Of(feed);
        var places = XprMutation.Valid(module).Descendants().SelectMany(element => element.Attributes()).Count(attribute => !attribute.IsNamespaceDeclaration);
        Assert.True(places > 60);
        foreach (var planted in (string[])[Number, Spaced, $"x{Number}y", $"00000000-0000-4000-8000-0{Number}", $"00000000-0000-4000-8000-{Number}0",
            $"{{00000000-0000-4000-8000-a{Number}}}", $"{Number}000000000000000000000", $"2026-{Number}"])
        {
            for (var place = 0; place < places; place++)
            {
                var document = XprMutation.Valid(module);
                document.Descendants().SelectMany(element => element.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration).ElementAt(place).Value = planted;
                AssertNotTold(module, document.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_number_in_any_name_or_text_is_not_told(string feed)
    {
        var module = XprModule.Of(feed);
        foreach (var element in Enumerable.Range(0, XprMutation.Valid(module).Descendants().Count()))
        {
            foreach (var change in (Action<XElement>[])
            [
                found => found.SetAttributeValue("n" + Number, Number),
                found => found.SetAttributeValue("_" + new string('n', 50) + Number, ""),
                found => found.SetAttributeValue(XNamespace.Get("urn:" + Number) + ("n" + Number), ""),
                found => found.Add(new XElement("n" + Number, Number)),
                found => found.Add(new XElement(found.Name.Namespace + ("n" + Number))),
                found => found.Add(new XText(Number)),
                found => found.Add(new XCData(Spaced)),
                found => found.Add(new XComment(Number)),
                found => found.Add(new XProcessingInstruction("p" + Number, Number)),
                found => found.Name = "n" + Number,
            ])
            {
                var document = XprMutation.Valid(module);
                var found = document.Descendants().ElementAt(element);
                if (found.Parent is null)
                {
                    found.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
                }

                change(found);
                AssertNotTold(module, document.ToString());
            }
        }
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"{0}\"?><a/>")]
    [InlineData("<!DOCTYPE n{0} SYSTEM \"{0}\"><a/>")]
    [InlineData("<n{0}>")]
    [InlineData("<a>&n{0};</a>")]
    [InlineData("<n{0}:a/>")]
    [InlineData("<a n{0}=\"1\" n{0}=\"2\"/>")]
    [InlineData("<a></n{0}>")]
    [InlineData("{0}")]
    [InlineData("{{\"{0}\":{0}}}")]
    [InlineData("<Melding xmlns=\"urn:{0}\"/>")]
    public void A_number_in_a_file_that_cannot_be_read_is_not_told(string form) => Assert.All(
        XprModule.All, module => AssertNotTold(module, string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Number)));

    [Theory]
    [InlineData("{0}.xml")]
    [InlineData("hendelser_{0}_2026.xml")]
    [InlineData("/tmp/{0}/{0}.xml")]
    [InlineData("C:\\{0}\\a\n{0}.xml")]
    public void A_number_in_the_files_name_is_not_told(string form)
    {
        var name = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Number);
        var module = XprModule.All[0];
        var receipt = XprDocument.JudgeFile(module, Encoding.UTF8.GetBytes(new XprDocument(module).Add().ToString()), name: name);

        Assert.DoesNotContain(Number, Json(receipt), StringComparison.Ordinal);
        Assert.DoesNotContain('/', receipt.File.Name);
        Assert.DoesNotContain('\n', receipt.File.Name);
    }

    private static void AssertNotTold(XprModule module, string document)
    {
        var receipt = XprDocument.JudgeFile(module, Encoding.UTF8.GetBytes(document), settings => settings.EnabledServiceTypes.Add(Number));
        var json = Json(receipt);

        foreach (var told in (string[])[Number, Spaced])
        {
            Assert.False(json.Contains(told, StringComparison.Ordinal), $"{json}\n{document}");
        }
    }

    private static string Json(Receipt receipt) => JsonSerializer.Serialize(receipt, ReceiptJson.Indented.Receipt);
}
