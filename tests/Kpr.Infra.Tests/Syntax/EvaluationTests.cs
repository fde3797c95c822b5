using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Syntax;

public sealed class EvaluationTests
{
    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Every_profile_can_be_worked_out(string profile)
    {
        var deployment = Profile.Deploy(profile);

        Assert.NotEmpty(deployment.Made("Microsoft.Web/sites"));
        Assert.Equal(deployment.Resources.Count(resource => !resource.Existing), deployment.Resources.Where(resource => !resource.Existing)
            .Select(resource => $"{resource.Id} on {resource.Scope?.Id}").Distinct().Count());
    }
}
