using System.Text;
using System.Xml.Linq;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Invoices.Ubl;
using Kpr.Core.Pricing;

namespace Kpr.Core.Tests.Invoices;

/// <summary>A good invoice of two lines, one taxable and one exempt, that can be broken in one place.</summary>
internal sealed class InvoiceXml
{
    private readonly XDocument _xml = XDocument.Parse(Encoding.UTF8.GetString(UblWriter.Write(InvoiceDocument.InvoiceOf(
        TestBill.Sent(TestBill.Line(111_500, 625), TestBill.Line(50_000, vat: VatTreatment.PublicAuthority)).Bill, Billers.Known))));

    public XElement One(string path, bool last = false) => last ? All(path).Last() : All(path).First();

    public void Drop(string path, bool last = false)
    {
        foreach (var element in last ? [One(path, last: true)] : All(path).ToList())
        {
            element.Remove();
        }
    }

    public void Set(string path, string value, bool last = false) => One(path, last).Value = value;

    public void After(string path, string name, string value, params (string Name, string Value)[] attributes) =>
        One(path).AddAfterSelf(new XElement(Name(name), attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value)), value));

    public override string ToString() => _xml.ToString(SaveOptions.DisableFormatting);

    private IEnumerable<XElement> All(string path) => path.Split('/').Aggregate((IEnumerable<XElement>)[_xml.Root!], (elements, name) => elements.SelectMany(element => element.Elements(Name(name))));

    private static XName Name(string name) => XName.Get(name[4..], name.StartsWith("cbc", StringComparison.Ordinal) ? UblNames.Cbc : UblNames.Cac);
}
