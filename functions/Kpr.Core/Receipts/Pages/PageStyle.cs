using System.Security.Cryptography;
using System.Text;

namespace Kpr.Core.Receipts.Pages;

/// <summary>
/// The style of pages for people: in the page itself, for screen, phone and print. Nothing else is loaded, and the policy
/// of the page lets nothing else be.
/// </summary>
public static class PageStyle
{
    /// <summary>Text and background, by kind of notice; each pair has a contrast of at least 7 to 1 (WCAG 2.2, level AAA).</summary>
    public static IReadOnlyDictionary<string, (string Text, string Background)> Colours { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["page"] = ("#1a1a1a", "#ffffff"),
        ["quiet"] = ("#404040", "#ffffff"),
        ["head"] = ("#1a1a1a", "#eceff3"),
        ["good"] = ("#0b4a1c", "#e3f4e7"),
        ["partly"] = ("#4f3500", "#fff3d1"),
        ["bad"] = ("#7a0c0c", "#fde9e9"),
        ["wait"] = ("#12365e", "#e4eefa"),
    };

    /// <summary>The style sheet.</summary>
    public static string Sheet { get; } = Make();

    /// <summary>What the page may load (Content-Security-Policy): this style sheet and nothing else, no script from anywhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; base-uri 'none'; form-action 'none'";

    private static string Make()
    {
        var sheet = new StringBuilder("""
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif}
            h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0;overflow-wrap:anywhere}
            h2{font-size:1.25rem;margin:2rem 0 .5rem}
            h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
            p,ul{margin:.5rem 0}
            .notice{border-left:.5rem solid;padding:.75rem 1rem;margin:1rem 0}
            .notice p{margin:.25rem 0}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;width:100%;margin:.5rem 0}
            caption{text-align:left;padding:.25rem 0}
            th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}
            td.number,th.number{text-align:right;white-space:nowrap}
            code{font-family:ui-monospace,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
            a{color:#0b3d91}
            @media (max-width:40rem){body{padding:.75rem;font-size:.95rem}h1{font-size:1.35rem}th,td{padding:.3rem}td:not(.number){overflow-wrap:anywhere;min-width:6rem}}
            @media print{body{max-width:none;padding:0;font-size:10pt}tr,.notice{break-inside:avoid}thead{display:table-header-group}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}.notice{border:1px solid;border-left-width:.5rem}.wide{overflow:visible}}
            """);
        foreach (var (kind, (text, background)) in Colours)
        {
            var selector = kind switch
            {
                "page" => "body",
                "quiet" => ".quiet",
                "head" => "th",
                _ => $".{kind}",
            };
            sheet.Append('\n').Append(selector).Append("{color:").Append(text).Append(";background:").Append(background).Append('}');
        }

        return sheet.Replace("\r", "").ToString();
    }
}
