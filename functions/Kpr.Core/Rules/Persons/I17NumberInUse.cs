using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Persons;

/// <summary>
/// I17: the number is in use. A replaced number is kept as it was sent, and counted as the one in its place: the register links them
/// (<see cref="Kpr.Core.Persons.PersonIndex.Current"/>). Judged by replaced numbers that the operator has linked, and by the population register when one is loaded.
/// </summary>
public sealed class I17NumberInUse() : RecordRule<PersonRecord>("I17", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Nummeret skal være i bruk: er det erstattet av et nytt, regnes det nye, og begge tas vare på.";

    /// <inheritdoc/>
    public override string English => "A number known as inactive or replaced: the current one is used, both are kept. Judged by the intake, by linked numbers and by the population register when one is loaded.";

    /// <inheritdoc/>
    public override string Advice => "Oppdater personens nummer i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "Skatteetaten om fødselsnummer og D-nummer; alvorligheten er eget valg";

    /// <inheritdoc/>
    public override int Order => 64;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (verdict.File.Persons is { } known && record is { WithoutPersonKey: false, IdentityNumber: { Length: > 0 } number }
            && known.Find(number) is { IsReplaced: true })
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret er ikke lenger i bruk; personen har fått et nytt.");
        }
    }
}
