using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I04: a number of type 2 is a D-nummer that holds.</summary>
public sealed class I04DNumberHolds() : NumberHoldsRule("I04", IdentityType.DNumber)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type 2: som fødselsnummer, med første siffer 4–7.";

    /// <inheritdoc/>
    public override string English => "Type 2: as I03 with first digit 4–7.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret mot Folkeregisteret og send posten på nytt.";

    /// <inheritdoc/>
    public override string Source => "Folkeregisterforskriften § 2-2-2";

    /// <inheritdoc/>
    public override int Order => 50;
}
