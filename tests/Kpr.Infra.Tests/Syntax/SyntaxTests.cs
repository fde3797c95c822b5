using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Syntax;

public sealed class SyntaxTests
{
    [Fact]
    public void Every_name_resolves_and_none_is_idle() => Assert.Empty(BicepLint.Find(SourceFiles.Repository));

    [Theory]
    [InlineData("infra/app/budget.bicep", "amount: amount", "amount: ammount", "ammount is not declared")]
    [InlineData("infra/app/budget.bicep", "amount: amount", "amount: 1", "amount is not used")]
    [InlineData("infra/main.bicep", "amount: budgetAmount", "sum: budgetAmount", "has no parameter sum")]
    [InlineData("infra/main.bicep", "    amount: budgetAmount\n", "", "the parameter amount of app/budget.bicep is missing")]
    [InlineData("infra/main.bicep", "monitoring.outputs.actionGroupId", "monitoring.outputs.groupId", "has no output groupId")]
    [InlineData("infra/main.bicep", "'app/budget.bicep'", "'br/public:avm/res/consumption/budget:0.3.5'", "there is no module")]
    [InlineData("infra/main.bicep", "uniqueString(", "uniqueText(", "the function uniqueText is not known")]
    public void The_lint_finds_what_the_compiler_would(string path, string old, string changed, string told) =>
        Assert.Contains(BicepLint.Find(SourceFiles.Repository.With(path, old, changed)), fault => fault.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("param x string =\n")]
    [InlineData("resource r 'A/b@2025-01-01' = {\n  name 'x'\n}\n")]
    [InlineData("var x = 'a\n")]
    [InlineData("var x = [1, 2\n")]
    [InlineData("variable x = 1\n")]
    [InlineData("var x = '${y'\n")]
    [InlineData("var x = 1 var y = 2\n")]
    public void What_is_no_bicep_is_refused(string text) => Assert.Throws<BicepSyntaxException>(() => BicepParser.Parse(text, "test.bicep"));

    [Theory]
    [InlineData("'a${1 > 0 ? 'b' : 'c'}d'", "abd")]
    [InlineData("replace('x-y', '-', '')", "xy")]
    [InlineData("'it\\'s ${concat(['a'], ['b'])[1]}'", "it's b")]
    [InlineData("join([for (x, i) in ['a', 'b']: '${x}${i}'], '+')", "a0+b1")]
    [InlineData("union({ a: '1' }, { a: '2' }).a", "2")]
    [InlineData("contains({ 'a b': 1 }, 'a b') && !empty([1]) ? 'yes' : 'no'", "yes")]
    [InlineData("cidrSubnet('10.60.0.0/24', 26, 2)", "10.60.0.128/26")]
    [InlineData("null ?? 'else'", "else")]
    public void Expressions_have_the_values_that_bicep_gives_them(string expression, string value)
    {
        var file = BicepParser.Parse($"var x = {expression}\n", "test.bicep");
        Assert.Equal(value, new ModuleInstance(null!, SourceFiles.Repository, file, new Dictionary<string, object?>(), "test").Symbol("x", 1));
    }

    [Theory]
    [InlineData("profile", "staging")]
    [InlineData("location", "westeurope")]
    [InlineData("environmentName", "x")]
    [InlineData("privateNetwork", "true")]
    [InlineData("unheardOf", true)]
    public void Parameters_that_do_not_fit_are_refused(string name, object value) =>
        Assert.Throws<BicepSyntaxException>(() => Profile.Deploy("dev", null, (name, value)));
}
