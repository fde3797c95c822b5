using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I03: a number of type 1 is a fødselsnummer that holds.</summary>
public sealed class I03BirthNumberHolds() : NumberHoldsRule("I03", IdentityType.BirthNumber)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type 1: elleve siffer, gyldig dato og begge kontrollsifre.";

    /// <inheritdoc/>
    public override string English => "Type 1: eleven digits, a valid date and both check digits.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret mot Folkeregisteret og send posten på nytt.";

    /// <inheritdoc/>
    public override string Source => "Folkeregisterforskriften §§ 2-2-1 og 2-2-2";

    /// <inheritdoc/>
    public override int Order => 50;
}
