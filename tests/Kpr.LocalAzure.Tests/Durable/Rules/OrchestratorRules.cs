using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kpr.LocalAzure.Tests.Durable.Rules;

/// <summary>
/// Finds in orchestrators, and in what they call of the same source, what must not be there: what the genuine
/// analyzers DURABLE0001 to 0011 warn of.
/// </summary>
internal static class OrchestratorRules
{
    private const string Trigger = "OrchestrationTriggerAttribute";

    /// <summary>The orchestrators in a source: methods with a parameter that has the trigger.</summary>
    public static IReadOnlyList<IMethodSymbol> Orchestrators(CSharpCompilation source) =>
    [
        .. from tree in source.SyntaxTrees
           let model = source.GetSemanticModel(tree)
           from declared in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
           let method = model.GetDeclaredSymbol(declared)
           where method.Parameters.Any(parameter => Has(parameter, Trigger))
           select method,
    ];

    /// <summary>What is wrong, one line each: rule, orchestrator, what, where.</summary>
    public static IReadOnlyList<string> Check(CSharpCompilation source) => [.. Orchestrators(source).SelectMany(method => Check(source, method)).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Check(CSharpCompilation source, IMethodSymbol orchestrator)
    {
        foreach (var parameter in orchestrator.Parameters.Where(parameter => !Has(parameter, Trigger)))
        {
            if (parameter.Type.Name == nameof(CancellationToken))
            {
                yield return Line("DURABLE0007", orchestrator, "a CancellationToken parameter", parameter.Locations[0]);
            }

            if (parameter.GetAttributes().Any(attribute => Inherits(attribute.AttributeClass, "BindingAttribute")))
            {
                yield return Line("DURABLE0008", orchestrator, "another binding", parameter.Locations[0]);
            }
        }

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>([orchestrator]);
        while (open.TryDequeue(out var method))
        {
            if (!seen.Add(method))
            {
                continue;
            }

            foreach (var body in method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
            {
                var model = source.GetSemanticModel(body.SyntaxTree);
                foreach (var found in ForbiddenCalls.In(body, model).Concat(EndlessLoops(body)))
                {
                    yield return Line(found.Rule, orchestrator, found.What, found.Where);
                }

                foreach (var called in Called(body, model))
                {
                    open.Enqueue(called);
                }
            }
        }
    }

    /// <summary>Methods, constructors and accessors of this source that a piece of it calls.</summary>
    private static IEnumerable<IMethodSymbol> Called(SyntaxNode body, SemanticModel model) =>
        from node in body.DescendantNodes()
        let symbol = model.GetSymbolInfo(node).Symbol
        let method = symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod
        where method is not null
        let original = (method.ReducedFrom ?? method).OriginalDefinition
        where original.DeclaringSyntaxReferences.Length > 0
        select original;

    /// <summary>A loop without a condition in an orchestrator that never begins anew grows its history for ever. One that is left is none.</summary>
    private static IEnumerable<(string Rule, string What, Location Where)> EndlessLoops(SyntaxNode body) =>
        from loop in body.DescendantNodes().OfType<StatementSyntax>()
        where loop is WhileStatementSyntax { Condition: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } } or ForStatementSyntax { Condition: null }
        where !body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.Text == "ContinueAsNew")
            && !loop.DescendantNodes().Any(node => node is ReturnStatementSyntax or BreakStatementSyntax or ThrowStatementSyntax)
        select ("DURABLE0011", "a loop without end and without ContinueAsNew", loop.GetLocation());

    private static bool Has(IParameterSymbol parameter, string attribute) => parameter.GetAttributes().Any(found => found.AttributeClass?.Name == attribute);

    private static bool Inherits(INamedTypeSymbol? type, string name) => type is not null && (type.Name == name || Inherits(type.BaseType, name));

    private static string Line(string rule, IMethodSymbol orchestrator, string what, Location where)
    {
        var at = where.GetLineSpan();
        return $"{rule} {orchestrator.ContainingType.Name}.{orchestrator.Name}: {what} ({Path.GetFileName(at.Path)}:{at.StartLinePosition.Line + 1})";
    }
}
