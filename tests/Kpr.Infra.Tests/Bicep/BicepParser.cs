namespace Kpr.Infra.Tests.Bicep;

/// <summary>Reads a Bicep file, or a file of parameters, into declarations.</summary>
internal sealed class BicepParser
{
    private readonly string _file;
    private readonly BicepTokens _tokens;
    private readonly ExpressionParser _expressions;

    private BicepParser(string text, string file)
    {
        _file = file;
        _tokens = new BicepTokens(new BicepLexer(text, file).Run(), file);
        _expressions = new ExpressionParser(_tokens);
    }

    public static BicepFile Parse(string text, string file)
    {
        var parser = new BicepParser(text, file);
        return new BicepFile(file, parser.Declarations());
    }

    public static Expression ParseExpression(string text, string file, int line)
    {
        var tokens = new BicepTokens(new BicepLexer(text, file, line).Run(), file);
        var expression = new ExpressionParser(tokens).Parse();
        tokens.SkipLines();
        return tokens.Current.Kind == TokenKind.End ? expression : throw tokens.Fault("the expression goes on");
    }

    private List<Declaration> Declarations()
    {
        var declarations = new List<Declaration>();
        while (true)
        {
            _tokens.SkipLines();
            if (_tokens.Current.Kind == TokenKind.End)
            {
                return declarations;
            }

            var decorators = new List<CallOf>();
            while (_tokens.TryTake("@"))
            {
                decorators.Add(_expressions.Parse() as CallOf ?? throw _tokens.Fault("a decorator is a call"));
                _tokens.SkipLines();
            }

            declarations.Add(One() with { Decorators = decorators });
            if (_tokens.Current.Kind is not (TokenKind.Line or TokenKind.End))
            {
                throw _tokens.Fault("a declaration ends with its line");
            }
        }
    }

    private Declaration One()
    {
        var line = _tokens.Current.Line;
        switch (_tokens.TakeName())
        {
            case "targetScope":
                _tokens.Take("=");
                return new TargetScopeDeclaration(_tokens.TakeText(), line);
            case "using":
                return new UsingDeclaration(_tokens.TakeText(), line);
            case "param":
                return Parameter(line);
            case "var":
                var variable = _tokens.TakeName();
                _tokens.Take("=");
                return new VariableDeclaration(variable, _expressions.Parse(), line);
            case "resource":
                return Resource(line);
            case "module":
                var module = _tokens.TakeName();
                var path = _tokens.TakeText();
                _tokens.Take("=");
                return new ModuleDeclaration(module, path, _expressions.ParseValue(), line);
            case "output":
                var output = _tokens.TakeName();
                var type = _tokens.TakeName();
                _tokens.Take("=");
                return new OutputDeclaration(output, type, _expressions.Parse(), line);
            case var other:
                throw new BicepSyntaxException($"{_file}({line}): '{other}' begins no declaration.");
        }
    }

    private ParameterDeclaration Parameter(int line)
    {
        var name = _tokens.TakeName();
        var type = _tokens.Current.Kind == TokenKind.Name ? _tokens.TakeName() : null;
        return new ParameterDeclaration(name, type, _tokens.TryTake("=") ? _expressions.Parse() : null, line);
    }

    private ResourceDeclaration Resource(int line)
    {
        var name = _tokens.TakeName();
        var type = _tokens.TakeText().Split('@');
        var existing = _tokens.Current.IsName("existing");
        if (existing)
        {
            _tokens.TakeName();
        }

        _tokens.Take("=");
        return type.Length == 2
            ? new ResourceDeclaration(name, type[0], type[1], existing, _expressions.ParseValue(), line)
            : throw new BicepSyntaxException($"{_file}({line}): a resource has a type and a version.");
    }
}
