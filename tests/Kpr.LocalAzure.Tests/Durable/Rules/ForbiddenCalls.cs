using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kpr.LocalAzure.Tests.Durable.Rules;

/// <summary>Uses of members and types whose results are not the same at every replay.</summary>
internal static class ForbiddenCalls
{
    private static readonly HashSet<string> Clocks = ["System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow"];

    private static readonly HashSet<string> ThreadTypes =
        ["System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.Parallel", "System.Threading.Timer", "System.Threading.PeriodicTimer"];

    private static readonly string[] IoSpaces = ["System.IO", "System.Net", "System.Data", "Microsoft.Data", "Azure.Storage", "Azure.Data", "Azure.Messaging", "Azure.Security", "Azure.Identity"];

    public static IEnumerable<(string Rule, string What, Location Where)> In(SyntaxNode body, SemanticModel model)
    {
        foreach (var node in body.DescendantNodes())
        {
            if (node is not (IdentifierNameSyntax or GenericNameSyntax or BaseObjectCreationExpressionSyntax) || model.GetSymbolInfo(node).Symbol is not { } symbol)
            {
                continue;
            }

            if (Rule(symbol) is { } rule)
            {
                yield return (rule, Name(symbol), node.GetLocation());
            }
            else if (IsForeignLogger(symbol, body, model))
            {
                yield return ("DURABLE0010", $"logger {symbol.Name} that does not come from the context", node.GetLocation());
            }
        }
    }

    private static string? Rule(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol or IPropertySymbol or IFieldSymbol) || symbol.ContainingType is not { } owner)
        {
            return null;
        }

        var type = owner.OriginalDefinition.ToDisplayString();
        var name = $"{type}.{symbol.Name}";
        return Clocks.Contains(name) || name is "System.TimeProvider.GetUtcNow" or "System.TimeProvider.GetLocalNow" || type == "System.Diagnostics.Stopwatch" ? "DURABLE0001"
            : name is "System.Guid.NewGuid" or "System.Guid.CreateVersion7" || type is "System.Random" or "System.Security.Cryptography.RandomNumberGenerator" ? "DURABLE0002"
            : name is "System.Threading.Tasks.Task.Delay" or "System.Threading.Thread.Sleep" ? "DURABLE0003"
            : IsOfThreads(symbol, type, name) ? "DURABLE0004"
            : IsIo(owner) ? "DURABLE0005"
            : type == "System.Environment" && symbol.Name != "NewLine" ? "DURABLE0006"
            : null;
    }

    private static bool IsOfThreads(ISymbol symbol, string type, string name) =>
        ThreadTypes.Contains(type)
        || name is "System.Threading.Tasks.Task.Run" or "System.Threading.Tasks.Task.Factory" or "System.Threading.Tasks.Task.ContinueWith" or "System.Threading.Tasks.Task.Wait"
            or "System.Threading.Tasks.Task.Start" or "System.Threading.Tasks.Task<TResult>.Result"
        || (symbol.Name == "ConfigureAwait" && type.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal));

    private static bool IsIo(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return type.Name is not ("Path" or "HttpMethod" or "HttpStatusCode" or "IOException" or "InvalidDataException")
            && IoSpaces.Any(io => space == io || space.StartsWith(io + ".", StringComparison.Ordinal));
    }

    private static bool IsForeignLogger(ISymbol symbol, SyntaxNode body, SemanticModel model)
    {
        var type = (symbol as IFieldSymbol)?.Type ?? (symbol as IPropertySymbol)?.Type ?? (symbol as IParameterSymbol)?.Type;
        if (type is null || !(type.Name == "ILogger" || type.AllInterfaces.Any(face => face.Name == "ILogger")))
        {
            return false;
        }

        // A helper may be handed the context's logger; a constructor or the orchestrator itself gets another.
        return symbol is not IParameterSymbol parameter
            || parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
            || parameter.ContainingSymbol is IMethodSymbol method && SymbolEqualityComparer.Default.Equals(method, model.GetDeclaredSymbol(body))
                && method.Parameters.Any(other => other.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "OrchestrationTriggerAttribute"));
    }

    private static string Name(ISymbol symbol) => $"{symbol.ContainingType.Name}.{(symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "new" : symbol.Name)}";
}
