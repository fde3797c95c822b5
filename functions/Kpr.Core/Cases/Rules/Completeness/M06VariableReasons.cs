using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M06: a reason for every variable.</summary>
public sealed class M06VariableReasons() : ApplicationRule(
    "M06",
    "Hver variabel skal begrunnes.",
    "Every variable has a reason.",
    "Helseregisterloven § 19 a andre ledd; R11")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.Statistics
        ? []
        : from source in facts.Sources
          from variable in source.Variables
          where string.IsNullOrWhiteSpace(variable.Reason)
          select At($"variable:{source.Register}/{variable.Id}");
}
