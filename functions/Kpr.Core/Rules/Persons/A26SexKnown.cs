using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Persons;

/// <summary>A26: the sex stated in a municipal feed is in list 3101; otherwise it counts as not known (0).</summary>
public sealed class A26SexKnown() : RecordRule<PersonRecord>("A26", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Kjønn skal finnes i kodeverk 3101; ellers settes det til 0 (ikke kjent).";

    /// <inheritdoc/>
    public override string English => "Sex in list 3101, else 0 (not known).";

    /// <inheritdoc/>
    public override string Advice => "Bruk en kode fra kodeverk 3101.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 3101";

    /// <inheritdoc/>
    public override int Order => 92;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.StatedSexText is { } sex && !verdict.File.Reference.CodeLists.Get("3101").Contains(sex))
        {
            verdict.Report(this, "kjonn", "Kjønn finnes ikke i kodeverk 3101 og settes til 0.");
        }
    }
}
