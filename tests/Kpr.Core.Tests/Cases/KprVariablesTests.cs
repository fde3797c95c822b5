using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Catalogue.Variables;

namespace Kpr.Core.Tests.Cases;

public sealed class KprVariablesTests
{
    [Fact]
    public void Every_variable_that_is_offered_has_a_period_and_no_other_is_found()
    {
        Assert.All(VariableCatalogue.All, variable => Assert.Equal(variable.IsOffered, KprVariables.Catalogue.Find("kpr", variable.Id) is not null));
        Assert.Equal(new VariablePeriod(new DateOnly(2016, 7, 1)), KprVariables.Catalogue.Find("kpr", "claims.diagnoser"));
        Assert.Equal(new VariablePeriod(new DateOnly(2016, 7, 1)), KprVariables.Catalogue.Find("kpr", "claims.kjonn"));
        Assert.Null(KprVariables.Catalogue.Find("npr", "claims.diagnoser"));
        Assert.Null(KprVariables.Catalogue.Find("kpr", "CLAIMS.DIAGNOSER"));
    }

    [Theory]
    [InlineData("claims.fodselsdato", 2018, "X06")]
    [InlineData("claims.personKey", 2018, "X06")]
    [InlineData("kontaktdato", 2018, "X06")]
    [InlineData("care-events.hendelseDato", 2018, "X07")]
    [InlineData("care-events.hendelseDato", 2021, null)]
    [InlineData("claims.diagnoser", 2018, null)]
    public void An_application_is_held_against_the_catalogue_and_its_periods(string variable, int from, string? rule)
    {
        var content = Applications.PersonLevel();
        var source = content.Sources!.Sources[0] with { From = new DateOnly(from, 1, 1), Variables = [new RequestedVariable(variable, "Utfall.")] };
        var play = new TestCase().Draft(content with { Sources = content.Sources with { Sources = [source] } }).Do(Actors.Applicant, new Submit());
        Assert.Equal(rule is null ? [] : [rule], Assert.Single(play.Of<Submitted>()).Findings);
    }
}
