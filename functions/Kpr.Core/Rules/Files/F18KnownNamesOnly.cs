using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F18: nothing but what the format names; what is not asked for must not be stored (data minimisation).</summary>
public sealed class F18KnownNamesOnly() : ReaderRule("F18", Severity.RejectFile)
{
    private const int LongestName = 60;

    /// <inheritdoc/>
    public override string Norwegian => "Filen skal ikke ha ukjente elementer, attributter eller felt (dataminimering).";

    /// <inheritdoc/>
    public override string English => "No unknown elements, attributes or fields (data minimisation).";

    /// <inheritdoc/>
    public override string Advice => "Fjern det ukjente feltet. Registeret kan ikke ta imot opplysninger som ikke er en del av formatet.";

    /// <inheritdoc/>
    public override string Source => "KPR-forskriften § 2-1; UKJENT_FELT i behandlerkravmeldingen";

    /// <summary>An unknown element outside records.</summary>
    public Fault Element(string name, long line) => new(this, Severity.RejectFile, Short(name), line, ElementText(name));

    /// <summary>An unknown attribute outside records.</summary>
    public Fault Attribute(string name, long line) => new(this, Severity.RejectFile, Short(name), line, AttributeText(name));

    /// <summary>An unknown member outside records.</summary>
    public Fault Member(string name, long line) => new(this, Severity.RejectFile, Short(name), line, MemberText(name));

    /// <summary>Text about an unknown element.</summary>
    public static string ElementText(string name) => $"Elementet {Short(name)} er ikke en del av formatet.";

    /// <summary>Text about an unknown attribute.</summary>
    public static string AttributeText(string name) => $"Attributtet {Short(name)} er ikke en del av formatet.";

    /// <summary>Text about an unknown member.</summary>
    public static string MemberText(string name) => $"Feltet {Short(name)} er ikke en del av formatet (UKJENT_FELT).";

    /// <summary>A name as it may be told: not longer than sixty characters.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName), "…");
}
