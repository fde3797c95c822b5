using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Syntax;

/// <summary>What the compiler would say of names: also in branches that no profile takes.</summary>
internal static class BicepLint
{
    public static IReadOnlyList<string> Find(SourceFiles files) => [.. files.BicepPaths.SelectMany(path => Find(files, files.Bicep(path)))];

    private static IEnumerable<string> Find(SourceFiles files, BicepFile file)
    {
        var expressions = file.Declarations.SelectMany(Values).SelectMany(Walk).ToList();
        var loops = expressions.OfType<LoopOf>().SelectMany(loop => (string?[])[loop.Item, loop.Index]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var symbols = file.Declarations.Where(declaration => declaration is not (OutputDeclaration or TargetScopeDeclaration))
            .ToDictionary(declaration => declaration.Name, StringComparer.Ordinal);
        var used = expressions.OfType<NameOf>().Select(name => name.Name).ToHashSet(StringComparer.Ordinal);

        foreach (var name in expressions.OfType<NameOf>().Where(name => !symbols.ContainsKey(name.Name) && !loops.Contains(name.Name)))
        {
            yield return $"{file.Path}({name.Line}): {name.Name} is not declared.";
        }

        foreach (var name in loops.Where(symbols.ContainsKey))
        {
            yield return $"{file.Path}: {name} is both declared and the item of a loop.";
        }

        foreach (var symbol in symbols.Values.Where(symbol => symbol is ParameterDeclaration or VariableDeclaration or ResourceDeclaration { Existing: true } && !used.Contains(symbol.Name)))
        {
            yield return $"{file.Path}({symbol.Line}): {symbol.Name} is not used.";
        }

        foreach (var call in expressions.OfType<CallOf>().Where(call => !BicepFunctions.Knows(call.Function)))
        {
            yield return $"{file.Path}({call.Line}): the function {call.Function} is not known.";
        }

        foreach (var fault in file.Declarations.OfType<ModuleDeclaration>().SelectMany(module => Find(files, file, module, expressions)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Find(SourceFiles files, BicepFile file, ModuleDeclaration module, List<Expression> expressions)
    {
        var path = SourceFiles.Resolve(file.Path, module.Path);
        if (!files.BicepPaths.Contains(path))
        {
            yield return $"{file.Path}({module.Line}): there is no module {module.Path} in this repository.";
            yield break;
        }

        var target = files.Bicep(path);
        var given = Walk(module.Value).OfType<ObjectOf>().SelectMany(value => value.Properties)
            .Where(property => property.Key is Literal { Value: "params" }).Select(property => property.Value).OfType<ObjectOf>()
            .SelectMany(value => value.Properties).Select(property => (string)((Literal)property.Key).Value!).ToHashSet(StringComparer.Ordinal);
        foreach (var name in given.Except(target.Parameters.Select(parameter => parameter.Name)))
        {
            yield return $"{file.Path}({module.Line}): {module.Path} has no parameter {name}.";
        }

        foreach (var missing in target.Parameters.Where(parameter => parameter.Default is null && !given.Contains(parameter.Name)))
        {
            yield return $"{file.Path}({module.Line}): the parameter {missing.Name} of {module.Path} is missing.";
        }

        foreach (var output in expressions.OfType<MemberOf>().Where(member =>
            member.Target is MemberOf { Member: "outputs", Target: NameOf of } && of.Name == module.Name && target.Outputs.All(output => output.Name != member.Member)))
        {
            yield return $"{file.Path}({output.Line}): {module.Path} has no output {output.Member}.";
        }
    }

    private static IEnumerable<Expression> Values(Declaration declaration) => declaration switch
    {
        ParameterDeclaration { Default: { } value } => [value],
        VariableDeclaration variable => [variable.Value],
        ResourceDeclaration resource => [resource.Value],
        ModuleDeclaration module => [module.Value],
        OutputDeclaration output => [output.Value],
        _ => [],
    };

    private static IEnumerable<Expression> Walk(Expression expression) => Children(expression).SelectMany(Walk).Prepend(expression);

    private static IEnumerable<Expression> Children(Expression expression) => expression switch
    {
        TextWithParts text => text.Parts,
        MemberOf member => [member.Target],
        ElementOf element => [element.Target, element.Index],
        CallOf call => call.Arguments,
        NotOf not => [not.Operand],
        MinusOf minus => [minus.Operand],
        BinaryOf binary => [binary.Left, binary.Right],
        ChoiceOf choice => [choice.Condition, choice.Then, choice.Else],
        ObjectOf body => body.Properties.SelectMany(property => (Expression[])[property.Key, property.Value]),
        ArrayOf array => array.Items,
        LoopOf loop => [loop.Source, loop.Body, .. loop.Condition is null ? (Expression[])[] : [loop.Condition]],
        ConditionalOf some => [some.Condition, some.Body],
        _ => [],
    };
}
